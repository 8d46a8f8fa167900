package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.local.LocalEngine;
import dev.slipway.portrait.ContrastJson;
import dev.slipway.source.Source;
import dev.slipway.workflow.ProfileData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContrastPageTest {
    @TempDir
    private Path folder;

    private Path file(String name, double shift, String... words) throws IOException {
        var random = new SplittableRandom(5);
        var csv = new StringBuilder("size,\"<b>colour</b>\"\n");
        for (int row = 0; row < 1_500; row++) {
            csv.append(random.nextGaussian() + shift).append(",\"");
            csv.append(words[row % words.length]).append("\"\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    @Test
    void what_changed_stands_first_and_hostile_words_stay_words() throws IOException {
        var before = file("may.csv", 0, "red", "blue");
        var after = file("june.csv", 0.5, "red", "<script>alert(1)</script>");
        try (var engine = new LocalEngine(2)) {
            var contrast = new ProfileData(engine).contrast(Source.of(after), Source.of(before));

            var html = ContrastPage.of(contrast);

            new Portrayed(new ProfileData(engine).portrait(Source.of(after), "june.csv", Portrayed.PLAIN), html)
                    .assertInert();
            assertThat(contrast.changed()).isEqualTo(2);
            assertThat(html).contains("june.csv").contains("of 2 columns changed");
            assertThat(ContrastJson.of(contrast))
                    .contains("\"verdict\" : \"changed\"")
                    .contains("\"ks\"");
        }
    }
}
