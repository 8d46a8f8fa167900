package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.statistic.ByColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.VectorColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BagOfTermsTest extends TransformerContract<ByColumn<TermCounts>> {
    private static final Table NOTES = Table.of(TextColumn.of(
            "note",
            Missing.where(4, row -> row == 3),
            "Free cash, free entry!",
            "are you free now",
            "now or never",
            ""));

    private static Grams words(int shortest, int longest) {
        return new Grams(Grams.Of.WORDS, shortest, longest, true, 2);
    }

    private static List<String> terms(Grams grams, String text) {
        var terms = new ArrayList<String>();
        grams.each(text, terms::add);
        return terms;
    }

    @Override
    protected Transformer<ByColumn<TermCounts>> step() {
        return new BagOfTerms(
                List.of("siblings", "sex", "port"),
                new Grams(Grams.Of.CHARACTERS_OF_WORDS, 1, 3, true, 2),
                new BagOfTerms.Kept(2, 30),
                new BagOfTerms.Weighting(true, true, true, true));
    }

    @Test
    void the_terms_of_training_are_counted_and_others_are_not() {
        var fitted =
                new BagOfTerms(List.of(), words(1, 1), BagOfTerms.Kept.ALL, BagOfTerms.Weighting.COUNTS).fit(NOTES);

        var counted = (VectorColumn) fitted.apply(NOTES).column("note");

        assertThat(counted.names()).containsExactly("are", "cash", "entry", "free", "never", "now", "or", "you");
        assertThat(counted.text(0)).isEqualTo("8 places, cash: 1.0, entry: 1.0, free: 2.0");
        assertThat(counted.text(3)).isEqualTo("8 places");
        assertThat(fitted.apply(Table.of(TextColumn.of("note", "cash on delivery")))
                        .column("note")
                        .text(0))
                .isEqualTo("8 places, cash: 1.0");
    }

    @Test
    void terms_of_few_texts_are_left_out_and_then_those_seen_least() {
        var many = new BagOfTerms(List.of(), words(1, 2), new BagOfTerms.Kept(2, 0), BagOfTerms.Weighting.COUNTS);
        var share = new BagOfTerms(List.of(), words(1, 2), new BagOfTerms.Kept(0.5, 0), BagOfTerms.Weighting.COUNTS);
        var most = new BagOfTerms(List.of(), words(1, 2), new BagOfTerms.Kept(0, 3), BagOfTerms.Weighting.COUNTS);

        assertThat(places(many)).containsExactly("free", "now");
        assertThat(places(share)).containsExactly("free", "now");
        assertThat(places(most)).containsExactly("are", "free", "now");
    }

    private static List<String> places(BagOfTerms step) {
        return ((VectorColumn) step.fit(NOTES).apply(NOTES).column("note")).names();
    }

    @Test
    void words_are_runs_of_letters_digits_and_underscores_of_any_script() {
        assertThat(terms(words(1, 1), "É. Ünïcode-Mr. O'Neil naïve 日本 3rd x a_b \uD835\uDC9C\uD835\uDC9C"))
                .containsExactly("ünïcode", "mr", "neil", "naïve", "日本", "3rd", "a_b", "\uD835\uDC9C\uD835\uDC9C");
        assertThat(terms(words(2, 3), "go now or never"))
                .containsExactlyInAnyOrder("go now", "go now or", "now or", "now or never", "or never");
        assertThat(terms(words(2, 3), "one")).isEmpty();
        assertThat(terms(words(1, 1), "")).isEmpty();
    }

    @Test
    void characters_run_across_words_or_stay_inside_of_one() {
        assertThat(terms(new Grams(Grams.Of.CHARACTERS, 2, 3, false, 1), "ab  c"))
                .containsExactlyInAnyOrder("ab", "b ", " c", "ab ", "b c");
        assertThat(terms(new Grams(Grams.Of.CHARACTERS_OF_WORDS, 3, 5, false, 1), "ab  c "))
                .containsExactlyInAnyOrder(" ab", "ab ", " ab ", " c ");
        assertThat(terms(new Grams(Grams.Of.CHARACTERS, 2, 3, false, 1), "a")).isEmpty();
    }
}
