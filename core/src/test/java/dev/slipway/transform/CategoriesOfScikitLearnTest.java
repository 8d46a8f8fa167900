package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.source.Batch;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.VectorColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Categories and text, number for number as scikit-learn 1.2.1 encodes them. */
class CategoriesOfScikitLearnTest {
    private static final Grams WORDS = new Grams(Grams.Of.WORDS, 1, 1, true, 2);

    private final ScikitLearn golden = ScikitLearn.read();

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> made(JsonNode expected, List<String> columns) {
        return strings(expected.path("feature_names_out")).stream()
                .map(name -> name.replace("infrequent_sklearn", "<rare>"))
                .map(name -> columns.stream()
                        .filter(column -> name.startsWith(column + "_"))
                        .map(column -> column + "=" + name.substring(column.length() + 1))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "OneHotEncoder_ignore, NONE, 0, 0, IGNORE",
        "OneHotEncoder_drop_first_ignore, FIRST, 0, 0, IGNORE",
        "OneHotEncoder_drop_if_binary_ignore, IF_BINARY, 0, 0, IGNORE",
        "OneHotEncoder_min_frequency_15_infrequent_if_exist, NONE, 15, 0, RARE",
        "OneHotEncoder_max_categories_3, NONE, 0, 3, RARE"
    })
    void one_hot(String name, OneHot.Omit omit, double least, int most, OneHot.Unseen unseen) {
        var expected = golden.of(name);
        var step = new OneHot(ScikitLearn.WORDS, omit, new OneHot.Rare(least, most), unseen);

        var encoded = step.fit(golden.training()).apply(golden.others());

        var made = made(expected, ScikitLearn.WORDS);
        assertThat(encoded.names()).endsWith(made.toArray(String[]::new));
        ScikitLearn.assertSame(encoded, made, expected.path("new"));
    }

    @Test
    void one_hot_of_many_rare_values() {
        var expected = golden.of("OneHotEncoder_TicketPrefix_min_frequency_3");
        var step = new OneHot(List.of(), OneHot.Omit.NONE, new OneHot.Rare(3, 0), OneHot.Unseen.RARE);

        var encoded = step.fit(prefixes(expected.path("input_fit"))).apply(prefixes(expected.path("input_new")));

        assertThat(encoded.names()).isEqualTo(made(expected, List.of("TicketPrefix")));
        ScikitLearn.assertSame(encoded, encoded.names(), expected.path("new"));
    }

    private static Table prefixes(JsonNode values) {
        return Table.of(TextColumn.of("TicketPrefix", strings(values).toArray(String[]::new)));
    }

    @Test
    void one_hot_that_refuses_the_unseen() {
        var step = new OneHot(ScikitLearn.WORDS, OneHot.Omit.NONE, OneHot.Rare.NONE, OneHot.Unseen.ERROR);
        var fitted = step.fit(golden.training());

        assertThat(golden.of("OneHotEncoder_error").path("message").asString())
                .contains("['nonbinary', '<missing>'] in column 0");
        assertThatThrownBy(() -> fitted.apply(golden.others()))
                .hasMessageContaining("the value 'nonbinary' was never seen in training")
                .hasMessageContaining("a value is missing, and none was in training");
    }

    @Test
    void ordinal() {
        var step = new Ordinal(ScikitLearn.WORDS, List.of(), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.VALUE);

        var encoded = step.fit(golden.training()).apply(golden.others());

        ScikitLearn.assertSame(
                encoded,
                ScikitLearn.WORDS,
                golden.of("OrdinalEncoder_unknown_-1").path("new"));
    }

    @Test
    void labels() {
        var expected = golden.of("LabelEncoder");
        var step = new Ordinal(List.of(), List.of(), Ordinal.Unseen.ERROR, Ordinal.Absent.KEEP);
        var fit = Table.of(TextColumn.of("label", strings(expected.path("fit")).toArray(String[]::new)));
        var classes = strings(expected.path("classes_")).toArray(String[]::new);

        var numbers =
                step.fit(fit).apply(Table.of(TextColumn.of("label", classes))).column("label");

        for (int row = 0; row < classes.length; row++) {
            assertThat(numbers.number(row))
                    .isEqualTo(expected.path("transform").path(row).asDouble());
        }
    }

    private Table texts(String name) {
        return Table.of(
                TextColumn.of("text", strings(golden.of("text").path(name)).toArray(String[]::new)));
    }

    @Test
    void terms_are_counted() {
        vectors("CountVectorizer", WORDS, BagOfTerms.Kept.ALL, BagOfTerms.Weighting.COUNTS);
    }

    @Test
    void terms_are_weighted() {
        vectors("TfidfVectorizer", WORDS, BagOfTerms.Kept.ALL, BagOfTerms.Weighting.TF_IDF);
        vectors(
                "TfidfVectorizer_ngram12_sublinear_mindf2",
                new Grams(Grams.Of.WORDS, 1, 2, true, 2),
                new BagOfTerms.Kept(2, 0),
                new BagOfTerms.Weighting(true, true, true, true));
        vectors(
                "TfidfVectorizer_no_smooth_norm_none",
                WORDS,
                BagOfTerms.Kept.ALL,
                new BagOfTerms.Weighting(true, false, false, false));
    }

    private void vectors(String name, Grams grams, BagOfTerms.Kept kept, BagOfTerms.Weighting weighting) {
        var expected = golden.of("text").path(name);
        var fitted = (FittedBagOfTerms) new BagOfTerms(List.of(), grams, kept, weighting).fit(texts("docs_fit"));
        var vocabulary = fitted.vocabularies().get(0);

        assertThat(vocabulary.terms()).hasSize(expected.path("vocabulary").size());
        for (int place = 0; place < vocabulary.terms().size(); place++) {
            assertThat(expected.path("vocabulary")
                            .path(vocabulary.terms().get(place))
                            .asInt(-1))
                    .isEqualTo(place);
            if (weighting.rare()) {
                assertThat(vocabulary.weight(place))
                        .isCloseTo(expected.path("idf_").path(place).asDouble(), within(1e-12));
            }
        }
        assertSame(fitted.apply(texts("docs_new")), expected.path("new_sparse"));
    }

    private static void assertSame(Table table, JsonNode rows) {
        var vectors = (VectorColumn) table.column("text");
        assertThat(vectors.size()).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            assertThat(vectors.end(row) - vectors.start(row))
                    .isEqualTo(rows.path(row).size());
            for (int entry = vectors.start(row); entry < vectors.end(row); entry++) {
                assertThat(vectors.value(entry))
                        .as("row %d, place %d", row, vectors.place(entry))
                        .isCloseTo(
                                rows.path(row)
                                        .path(String.valueOf(vectors.place(entry)))
                                        .asDouble(Double.NaN),
                                within(1e-12));
            }
        }
    }

    /** Of the terms seen equally often at the limit NumPy's sort keeps any, and ours the first. */
    @Test
    void characters_of_words_are_weighted_alike_and_only_ties_decide_which_fifty_are_kept() {
        var expected = golden.of("text").path("TfidfVectorizer_char_wb_3_3_max50");
        var grams = new Grams(Grams.Of.CHARACTERS_OF_WORDS, 3, 3, true, 2);
        var all = new BagOfTerms(List.of(), grams, BagOfTerms.Kept.ALL, BagOfTerms.Weighting.TF_IDF);
        var counts = all.of(Batch.of(texts("docs_fit")))
                .columns()
                .values()
                .iterator()
                .next();
        var theirs = List.copyOf(expected.path("vocabulary").propertyNames());
        var ours = List.copyOf(new BagOfTerms.Kept(0, 50).of(counts).keySet());

        assertThat(times(counts, ours)).isEqualTo(times(counts, theirs));

        var weights = theirs.stream()
                .map(term -> BagOfTerms.Weighting.TF_IDF.weight(
                        counts.texts(), seen(counts, term).texts()))
                .toList();
        var fitted = new FittedBagOfTerms(
                List.of(new Vocabulary("text", theirs, weights)), grams, BagOfTerms.Weighting.TF_IDF);
        assertSame(fitted.apply(texts("docs_new")), expected.path("new_sparse"));
    }

    private static TermCounts.Seen seen(TermCounts counts, String term) {
        return counts.terms().getOrDefault(term, new TermCounts.Seen(0, 0));
    }

    private static List<Long> times(TermCounts counts, List<String> terms) {
        return terms.stream().map(term -> seen(counts, term).times()).sorted().toList();
    }

    @Test
    void words_are_hashed_to_the_same_places() {
        for (int places : List.of(16, 1024)) {
            var step = new Hash(List.of(), WORDS, places, false);

            var hashed = step.fit(texts("docs_fit")).apply(texts("docs_new"));

            assertSame(hashed, golden.of("text").path("HashingVectorizer_%d_norm_none".formatted(places)));
        }
        golden.of("text")
                .path("murmurhash3_32_seed0_signed_utf8")
                .properties()
                .forEach(entry -> assertThat(Hash.hash(entry.getKey()))
                        .as(entry.getKey())
                        .isEqualTo(entry.getValue().asInt()));
    }

    @Test
    void words_are_cut_the_same() {
        golden.of("text").path("tokens").properties().forEach(entry -> {
            var terms = new ArrayList<String>();
            WORDS.each(entry.getKey(), terms::add);
            assertThat(terms).as(entry.getKey()).isEqualTo(strings(entry.getValue()));
        });
    }

    @Test
    void the_mean_answer_to_each_value() {
        var expected = golden.of("TargetEncoder_by_hand");
        var answers = golden.of("input_fit");
        double[] survived = IntStream.range(0, answers.size())
                .mapToDouble(row -> answers.path(row).path("Survived").asDouble())
                .toArray();
        var training = golden.training().with(NumberColumn.of(Transformer.TARGET, survived));
        var ten = new TargetMean(ScikitLearn.WORDS, new TargetMean.Smoothing.Rows(10));
        var fitted = ten.fit(training);
        var auto = new TargetMean(ScikitLearn.WORDS, new TargetMean.Smoothing.Auto()).fit(training);

        for (var name : ScikitLearn.WORDS) {
            expected.path(name).properties().forEach(value -> {
                assertThat(mean(fitted, name, value.getKey()))
                        .isCloseTo(value.getValue().path("m10").asDouble(), within(1e-12));
                assertThat(mean(auto, name, value.getKey()))
                        .isCloseTo(value.getValue().path("auto").asDouble(), within(1e-12));
            });
            assertThat(mean(auto, name, "never seen"))
                    .isCloseTo(expected.path("prior").asDouble(), within(1e-12));
            var outOfFold = ten.applyToTraining(fitted, training).column(name);
            var theirs = expected.path(name + "_out_of_fold_m10_fold=row%5");
            for (int row = 0; row < theirs.size(); row++) {
                assertThat(outOfFold.number(row)).isCloseTo(theirs.path(row).asDouble(), within(1e-12));
            }
        }
    }

    private static double mean(FittedTransformer fitted, String column, String value) {
        return fitted.apply(Table.of(TextColumn.of(column, value)))
                .column(column)
                .number(0);
    }
}
