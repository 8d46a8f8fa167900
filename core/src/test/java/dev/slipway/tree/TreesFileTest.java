package dev.slipway.tree;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreesFileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `\u0080\u0004\u0095K`  | it is a Python pickle, which runs code when it is read
            `PK\u0003\u0004data`   | it is a ZIP archive
            `\u0089HDF\r\n`        | it is an HDF5 file
            binf0000               | XGBoost's old binary format
            name: tiny             | its first bytes, 6e 61 6d 65 3a 20 74 69, are those of no model known here
            ``                     | it is empty
            """)
    void what_is_no_model_is_named_by_its_first_bytes(String bytes, String what) {
        byte[] file = bytes.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> TreesFile.read(file, "model.bin"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("MODEL-FOREIGN")
                .hasMessageContaining(what)
                .hasMessageContaining("model.bin")
                .hasMessageContaining("save_model('model.json')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `tree\nversion=v4`     | it ends before 'end of trees'
            `{"learner": {}}`      | 'learner.gradient_booster.name' is missing
            `{L`                   | of UBJSON
            """)
    void what_begins_like_a_model_is_read_as_one(String text, String what) {
        assertThatThrownBy(() -> TreesFile.read(text.getBytes(StandardCharsets.UTF_8), "model.bin"))
                .hasMessageContaining("MODEL-DAMAGED")
                .hasMessageContaining(what);
    }
}
