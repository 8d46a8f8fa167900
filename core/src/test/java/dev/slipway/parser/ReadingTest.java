package dev.slipway.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadingTest {
    private static final Reading GERMAN = new NumberReading(",", ".", "", "€", new BigDecimal("0.01"), BigDecimal.ZERO);

    private static Read read(Reading reading, String text) {
        return new ColumnReading(Set.of("-", "k.A."), reading).reader().read(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234.567,5 ; 12345.675",
                "199 € ; 1.99",
                "0,3 ; 0.003",
                "-1.000 ; -10",
                "−5 ; -0.05",
                "+7 ; 0.07",
                ",5 ; 0.005",
                "0 ; 0",
                "-0 ; 0",
                "1e3 ; 10",
                "9007199254740993 ; 90071992547409.93",
                "1e300 ; 1E+298",
                "- ; ''",
                "k.A. ; ''",
            })
    void a_number_is_exact_in_its_canonical_text(String raw, String canonical) {
        assertThat(read(GERMAN, raw)).isEqualTo(Read.as(canonical.strip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.50", "1,234.5", "12.34,5", "1.2345", "1..234", "€", "1,", "1,2,3", "1e", "1e9999", "--1", "1 2", "٣",
                "NaN", "0x1p3"
            })
    void a_number_in_another_form_stays_as_it_was_written_with_the_reason(String raw) {
        var read = read(GERMAN, raw);

        assertThat(read.text()).isEqualTo(raw);
        assertThat(read.reason()).isEqualTo("no number such as 1.234,5 €");
    }

    @Test
    void blanks_and_apostrophes_group_however_they_are_typed() {
        var french = new NumberReading(",", " ", "", "", BigDecimal.ONE, BigDecimal.ZERO);
        var swiss = new NumberReading(".", "'", "CHF", "", BigDecimal.ONE, new BigDecimal("0.5"));

        assertThat(read(french, "1 234\u00a0567,8").text()).isEqualTo("1234567.8");
        assertThat(read(french, "1\u202f234").text()).isEqualTo("1234");
        assertThat(read(swiss, "CHF 1’234").text()).isEqualTo("1234.5");
        assertThat(read(swiss, "-CHF 1'234").text()).isEqualTo("-1233.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "dd.MM.yyyy HH:mm ; Europe/Berlin ; en ; 01.02.2024 12:30 ; 2024-02-01T11:30:00Z",
                "dd.MM.yyyy HH:mm ; Europe/Berlin ; en ; 01.07.2024 12:30 ; 2024-07-01T10:30:00Z",
                "dd.MM.yyyy HH:mm:ss.SSSSSS ; UTC ; en ; 01.07.2024 12:30:00.000001 ; 2024-07-01T12:30:00.000001Z",
                "dd.MM.yyyy ; ; en ; 29.02.2024 ; 2024-02-29",
                "d.M.yy ; ; en ; 1.2.24 ; 2024-02-01",
                "MM/dd/yyyy hh:mm a ; America/New_York ; en ; 03/10/2024 01:59 AM ; 2024-03-10T06:59:00Z",
                "yyyy-MM-dd'T'HH:mmXXX ; ; en ; 2024-01-01T00:30+02:00 ; 2023-12-31T22:30:00Z",
                "d. MMMM yyyy ; ; de ; 3. März 2024 ; 2024-03-03",
            })
    void a_local_time_becomes_utc_and_a_date_stays_a_date(
            String pattern, String zone, String locale, String raw, String canonical) {
        var reading = new MomentReading(
                pattern, Optional.ofNullable(zone).map(ZoneId::of), locale, MomentReading.Overlap.BAD);

        assertThat(reading.fault()).isEmpty();
        assertThat(read(reading, raw)).isEqualTo(Read.as(canonical));
        assertThat(TimestampText.micros(canonical)).isNotEqualTo(TimestampText.NONE);
    }

    @Test
    void a_time_that_the_clocks_passed_over_or_showed_twice_is_not_guessed() {
        var helsinki = Optional.of(ZoneId.of("Europe/Helsinki"));
        var strict = new MomentReading("yyyy-MM-dd HH:mm", helsinki, "en", MomentReading.Overlap.BAD);
        var later = new MomentReading("yyyy-MM-dd HH:mm", helsinki, "en", MomentReading.Overlap.LATER);
        var earlier = new MomentReading("yyyy-MM-dd HH:mm", helsinki, "en", MomentReading.Overlap.EARLIER);

        assertThat(read(strict, "2024-03-31 03:30").reason())
                .isEqualTo("a time that Europe/Helsinki never had: its clocks went from 03:00 to 04:00");
        assertThat(read(strict, "2024-10-27 03:30").reason())
                .isEqualTo("a time that Europe/Helsinki had twice: as 2024-10-27T00:30:00Z and as 2024-10-27T01:30:00Z;"
                        + " say overlap: earlier or later");
        assertThat(read(earlier, "2024-10-27 03:30").text()).isEqualTo("2024-10-27T00:30:00Z");
        assertThat(read(later, "2024-10-27 03:30").text()).isEqualTo("2024-10-27T01:30:00Z");
        assertThat(read(later, "2024-03-31 03:30").failed()).isTrue();
        assertThat(read(strict, "2024-02-30 03:30").reason()).isEqualTo("no date of the form yyyy-MM-dd HH:mm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dd.MM.yyyy HH:mm ; ; has local times of no zone",
                "dd.MM.yyyy hh:mm ; UTC ; does not say",
                "MM.yyyy ; ; does not say the whole date",
                "dd.MM.yyyy ; UTC ; has no time of day and needs no zone",
                "yyyy-MM-dd HH:mmX ; UTC ; has an offset of its own and needs no zone",
                "dd.bb.yyyy ; ; is no pattern of a date",
            })
    void a_pattern_that_leaves_something_open_is_at_fault(String pattern, String zone, String fault) {
        var reading =
                new MomentReading(pattern, Optional.ofNullable(zone).map(ZoneId::of), "en", MomentReading.Overlap.BAD);

        assertThat(reading.fault().orElse("")).contains(fault);
    }

    @Test
    void a_count_since_1970_is_a_time() {
        var millis = new EpochReading(EpochReading.Unit.MILLISECONDS);

        assertThat(read(millis, "1711848600000").text()).isEqualTo("2024-03-31T01:30:00Z");
        assertThat(read(new EpochReading(EpochReading.Unit.SECONDS), "-1.5").text())
                .isEqualTo("1969-12-31T23:59:58.500Z");
        assertThat(read(millis, "0.0001").reason()).isEqualTo("finer than a microsecond");
        assertThat(read(millis, "soon").reason()).isEqualTo("no count of milliseconds that is a time");
        assertThat(read(millis, "99999999999999999999").failed()).isTrue();
        assertThat(read(millis, "999999999999999").reason()).contains("in the year 33658");
    }

    @Test
    void a_word_that_is_not_listed_is_named_with_the_nearest_unless_it_may_stay() {
        var words = new LinkedHashMap<>(Map.of("Innen", "inside"));
        words.put("Außen", "outside");

        var bad = read(new WordReading(words, WordReading.Otherwise.BAD), "Inen");

        assertThat(bad.reason()).isEqualTo("not one of Innen, Außen; did you mean 'Innen'?");
        assertThat(read(new WordReading(words, WordReading.Otherwise.BAD), " Außen "))
                .isEqualTo(Read.as("outside"));
        assertThat(read(new WordReading(words, WordReading.Otherwise.KEEP), "Suite"))
                .isEqualTo(Read.as("Suite"));
        assertThat(read(new WordReading(words, WordReading.Otherwise.MISSING), "Suite"))
                .isEqualTo(Read.as(""));
    }

    @Test
    void whatever_the_text_a_cell_is_read_or_named_and_what_is_read_is_canonical() {
        var random = new SplittableRandom(3);
        var signs = "0123456789.,-+eE €'\u00a0:/TZ\uD83D\uDE00x";
        var moments = new MomentReading(
                "dd.MM.yyyy HH:mm", Optional.of(ZoneId.of("Europe/Berlin")), "en", MomentReading.Overlap.BAD);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(14); length >= 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            var number = read(GERMAN, text.toString());
            var moment = read(moments, text.toString());

            assertThat(number.failed() || number.text().isEmpty() || NumberText.isNumber(number.text()))
                    .as(text.toString())
                    .isTrue();
            assertThat(number.failed() ? number.text() : text.toString()).isEqualTo(text.toString());
            assertThat(moment.failed()
                            || moment.text().isEmpty()
                            || TimestampText.micros(moment.text()) != TimestampText.NONE)
                    .as(text.toString())
                    .isTrue();
        }
    }
}
