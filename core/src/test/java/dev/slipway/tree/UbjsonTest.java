package dev.slipway.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UbjsonTest {
    /** Words stand for their bytes; {@code 7b} behind a hash for a byte in hexadecimal. */
    private static byte[] bytes(String written) {
        var out = new ByteArrayOutputStream();
        for (String word : written.split(" ")) {
            if (word.startsWith("0x")) {
                out.write(Integer.parseInt(word.substring(2), 16));
            } else {
                out.writeBytes(word.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    @Test
    void every_kind_of_value_reads_as_its_json() {
        byte[] document = bytes("{ i 0x01 a [ i 0xff U 0xff I 0x01 0x00 T F Z S i 0x02 hi C x ] "
                + "L 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x01 b [ $ l # i 0x02 0x00 0x00 0x00 0x07 0xff 0xff 0xff 0xff "
                + "i 0x01 c { } i 0x01 d [ # i 0x01 N d 0x3f 0xc0 0x00 0x00 }");

        assertThat(Ubjson.isLikely(document)).isTrue();
        assertThat(Ubjson.read(document).toString())
                .isEqualTo("{\"a\":[-1,255,256,true,false,null,\"hi\",\"x\"],\"b\":[7,-1],\"c\":{},\"d\":[1.5]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { i 0x01 a i 0x01 i 0x01 a i 0x02 }   | it says 'a' twice
            { i 0x01 a q }                        | 'q' is no kind of value
            { i 0x01 a i 0x01 } }                 | 1 bytes follow its end
            { i 0xff a }                          | a length of -1
            { i 0x70 a }                          | a length of 112 where 2 bytes are left
            { i 0x01 a [ $ S # i 0x02             | a list of 'S' without a number
            { i 0x01 a [ $ l # l 0x7f 0xff 0xff 0xff | a length of 2147483647 where 0 bytes are left
            { i 0x01 a D 0x00                     | it ends 7 bytes too early
            """)
    void damage_is_named_with_its_place(String written, String what) {
        assertThatThrownBy(() -> Ubjson.read(bytes(written)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("MODEL-DAMAGED")
                .hasMessageContaining(what)
                .hasMessageContaining("of UBJSON");
    }

    @Test
    void nesting_and_truncation_come_to_an_end() {
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) '[');
        assertThatThrownBy(() -> Ubjson.read(deep)).hasMessageContaining("deeper than 100");

        byte[] whole = bytes("{ i 0x01 a [ $ l # i 0x02 0x00 0x00 0x00 0x07 0xff 0xff 0xff 0xff }");
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = ByteBuffer.allocate(length).put(whole, 0, length).array();
            assertThatThrownBy(() -> Ubjson.read(cut)).isInstanceOf(SlipwayException.class);
        }
    }

    @Test
    void json_is_not_taken_for_its_binary_form() {
        assertThat(Ubjson.isLikely("{\"learner\":1}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Ubjson.isLikely("{ \"learner\":1}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Ubjson.isLikely(new byte[0])).isFalse();
    }
}
