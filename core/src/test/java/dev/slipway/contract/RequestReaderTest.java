package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.document.Document;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    private static final Contract CONTRACT = Contract.read(Document.yaml("contract.yaml", """
            name: bookings
            columns:
              booking: {type: text, unique: true, missing: 1}
              age:     {type: integer, min: 0, max: 110, missing: 0.2, null_tokens: ["", "-999"]}
              price:   {type: number, min: -900, max: 900}
              cabin:   {type: category, set: [inside, outside], missing: 0.1}
              loyal:   {type: boolean, missing: 0.5}
              leaves:  {type: timestamp, required: false, missing: 0.5}
              big:     {type: integer, required: false}
            """));

    private static final String GOOD = "\"booking\":\"b\",\"age\":22,\"price\":1.5,\"cabin\":\"inside\",\"loyal\":true";

    private static Examined read(String json) {
        return new RequestReader(CONTRACT, 3).read(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s}", "[{%s}]", "{\"records\":[{%s}]}", " { \"records\" : [ {%s} ] } "})
    void a_record_a_list_and_an_envelope_are_the_same(String form) {
        var examined = read(form.formatted(GOOD));

        assertThat(examined.findings()).isEmpty();
        assertThat(examined.table().rows()).isEqualTo(1);
        assertThat(examined.table().column("age")).isEqualTo(IntegerColumn.of("age", 22));
        assertThat(examined.table().column("leaves").isMissing(0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "age":"22"                  | CONTRACT-TYPE    | age is '22', which is not a whole number of 64 bits (text in JSON)
            "age":22.5                  | CONTRACT-TYPE    | age is 22.5, which is not a whole number of 64 bits (a number in JSON)
            "age":true                  | CONTRACT-TYPE    | age is 'true', which is not a whole number
            "age":[1]                   | CONTRACT-TYPE    | age is '[…]', which is not a whole number of 64 bits (a list in JSON)
            "age":{"a":{"b":1}}         | CONTRACT-TYPE    | age is '{…}', which is not a whole number of 64 bits (an object in JSON)
            "age":9223372036854775808   | CONTRACT-TYPE    | age is 9223372036854775808, which is not
            "age":212                   | CONTRACT-RANGE   | age is 212, outside [0, 110]
            "price":"1.5"               | CONTRACT-TYPE    | price is '1.5', which is not a number (text in JSON)
            "price":""                  | CONTRACT-TYPE    | price is '', which is not a number
            "price":"NaN"               | CONTRACT-TYPE    | price is 'NaN', which is not a number
            "price":1e400               | CONTRACT-TYPE    | price is '1e400', which is not a number
            "price":null                | CONTRACT-MISSING | price is missing
            "cabin":1                   | CONTRACT-TYPE    | cabin is 1, which is not text (a number in JSON)
            "cabin":"Inside"            | CONTRACT-SET     | cabin is 'Inside', not one of inside, outside; did you mean 'inside'?
            "loyal":"true"              | CONTRACT-TYPE    | loyal is 'true', which is not true or false (text in JSON)
            "loyal":1                   | CONTRACT-TYPE    | loyal is 1, which is not true or false
            "leaves":1700000000         | CONTRACT-TYPE    | leaves is 1700000000, which is not an ISO 8601
            "leaves":"2024-02-30"       | CONTRACT-TYPE    | leaves is '2024-02-30', which is not an ISO 8601
            "cabins":"inside"           | CONTRACT-COLUMN  | column 'cabins' is not in the contract; did you mean 'cabin'?
            """)
    void a_bad_field_is_named_with_row_rule_and_value(String field, String code, String what) {
        String key = field.substring(1, field.indexOf(':') - 1);
        var kept = Arrays.stream(GOOD.split(","))
                .filter(part -> !part.startsWith("\"" + key + "\""))
                .collect(Collectors.joining(","));

        var examined = read("[{" + GOOD + "},{" + kept + "," + field + "}]");

        assertThat(examined.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.problem().code()).isEqualTo(code);
            assertThat(finding.problem().what()).startsWith(what);
            assertThat(finding.problem().where()).isEqualTo("request, row 2, column '" + key + "'");
        });
        assertThat(examined.goodRows()).containsExactly(0);
    }

    @Test
    void a_field_that_is_not_there_is_missing() {
        var examined = read("{\"age\":1}");

        assertThat(examined.findings().stream().map(finding -> finding.problem().what()))
                .containsExactly(
                        "column 'booking' is missing",
                        "column 'price' is missing",
                        "column 'cabin' is missing",
                        "column 'loyal' is missing");
    }

    @Test
    void null_and_null_tokens_are_missing_where_the_contract_allows_it() {
        var examined = read("[{\"booking\":\"\",\"age\":-999,\"price\":1,\"cabin\":null,\"loyal\":null}]");

        assertThat(examined.findings()).isEmpty();
        assertThat(examined.table().column("age").isMissing(0)).isTrue();
        assertThat(examined.table().column("booking").isMissing(0)).isTrue();
    }

    @Test
    void numbers_are_exact() {
        var examined = read("[{%s,\"big\":9007199254740993},{%s,\"big\":-9223372036854775808},{%s,\"big\":1.0}]"
                .formatted(GOOD, GOOD, GOOD.replace("1.5", "-0.0")));

        assertThat(examined.findings()).isEmpty();
        assertThat(examined.table().column("big"))
                .isEqualTo(IntegerColumn.of("big", 9007199254740993L, Long.MIN_VALUE, 1));
        assertThat(examined.table().column("price")).isEqualTo(NumberColumn.of("price", 1.5, 1.5, -0.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "1",
                "{\"records\":[]}",
                "{\"records\":1}",
                "[1]",
                "[[{}]]",
                "[null]",
                "{\"records\":[{}],\"more\":1}",
                "{",
                "[{]",
                "{'age':1}",
                "{\"age\":1,}",
                "{\"age\":1} x",
                "{\"age\":1}{}",
                "{\"age\":NaN}",
                "{\"age\":01}",
                "{\"age\":+1}",
                "{\"age\":.5}",
                "{\"age\":1,\"age\":2}",
                "[{},{},{},{}]"
            })
    void what_is_no_request_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(SlipwayException.class);
    }

    @Test
    void deep_nesting_and_endless_numbers_are_refused() {
        assertThatThrownBy(() -> read("{\"age\":" + "[".repeat(100_000))).isInstanceOf(SlipwayException.class);
        assertThatThrownBy(() -> read("{\"age\":" + "1".repeat(10_000) + "}")).isInstanceOf(SlipwayException.class);
    }

    @Test
    void too_many_rows_are_too_large() {
        assertThatThrownBy(() -> read("[{" + GOOD + "},{" + GOOD + "},{" + GOOD + "},{" + GOOD + "}]"))
                .hasMessageContaining("more than 3 rows")
                .extracting(thrown -> ((SlipwayException) thrown).kind())
                .isEqualTo(SlipwayException.Kind.TOO_LARGE);
    }

    @Test
    void the_same_rows_by_file_and_by_json_are_the_same_table() {
        var file = CONTRACT.examine(Raw.csv(
                "booking,age,price,cabin,loyal,leaves,big",
                "x,22,0.1,inside,true,2024-02-29T12:00:00+02:00,9007199254740993",
                ",,1e-1,,,,7",
                "ü,-999,-123.456789012345678901,outside,false,2024-02-29,-9223372036854775808"));

        var request = read("""
                [{"booking":"x","age":22,"price":0.1,"cabin":"inside","loyal":true,"leaves":"2024-02-29T12:00:00+02:00","big":9007199254740993},
                 {"big":7,"leaves":null,"loyal":null,"cabin":null,"price":1e-1,"age":null,"booking":null},
                 {"booking":"ü","age":-999,"price":-123.456789012345678901,"cabin":"outside","loyal":false,"leaves":"2024-02-29","big":-9223372036854775808}]
                """);

        assertThat(file.findings()).isEmpty();
        assertThat(request.findings()).isEmpty();
        assertThat(request.table()).isEqualTo(file.table());
        assertThat(request.table().column("price").number(1))
                .isEqualTo(request.table().column("price").number(0));
    }

    @Test
    void serving_asks_for_the_inputs_alone() {
        var serving = CONTRACT.forServing(Set.of("age", "price"));
        var reader = new RequestReader(serving, 10);

        var examined =
                reader.read("[{\"age\":22,\"price\":1},{\"age\":22,\"price\":1,\"cabin\":[\"anything\"],\"booking\":7}]"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(examined.findings()).isEmpty();
        assertThat(examined.table().names()).containsExactly("age", "price");
        assertThat(reader.read("{\"age\":22,\"price\":1,\"other\":1}".getBytes(StandardCharsets.UTF_8))
                        .findings())
                .hasSize(1);
        assertThat(Contract.read(Document.yaml("contract.yaml", serving.yaml())))
                .isEqualTo(serving);
    }
}
