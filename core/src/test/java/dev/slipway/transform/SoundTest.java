package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"step": "scale", "scalings": [{"column": "a", "center": 0, "spread": 0}], "clip": {"clips": false, "low": 0, "high": 0}} | column 'a' is divided by 0.0
            {"step": "yeo_johnson", "bends": [{"column": "a", "power": {"lambda": 1, "center": 0}, "mean": 0, "deviation": -1}]} | column 'a' is divided by -1.0
            {"step": "quantile", "spreads": [{"column": "a", "quantiles": []}]} | column 'a' has no quantiles
            {"step": "bins", "oneHot": false, "cuts": [{"column": "a", "edges": [1, 3, 2]}]} | of column 'a' 2.0 comes behind 3.0
            {"step": "pca", "columns": ["a"], "means": [], "components": []} | 1 columns have 0 means
            {"step": "pca", "columns": [], "means": [], "components": [{"name": "pc1", "weights": [1], "variance": 1, "share": 1}]} | 'pc1' has 1 weights for 0 columns
            {"step": "cyclic", "keep": false, "circles": [{"column": "a", "parts": [], "period": 0}]} | column 'a' begins again after 0.0
            {"step": "time", "keep": false, "columns": [{"column": "a", "parts": ["our"], "clocks": []}]} | our
            {"step": "bins", "oneHot": false, "cuts": [{"column": "a", "edges": ["NaN"]}]} | expected a number
            {"step": "onehot", "unseen": "IGNORE", "encodings": [{"column": "a", "values": ["x"], "rare": ["x"], "first_omitted": false}]} | a value of column 'a' is there twice
            {"step": "ordinal", "unseen": "ERROR", "missing": "KEEP", "orders": [{"column": "a", "values": ["x", "x"]}]} | a value of column 'a' is there twice
            {"step": "target", "columns": [{"known": {"column": "a", "values": ["x"]}, "labels": [], "means": [], "others": [1]}]} | the means of column 'a' do not fit its values
            {"step": "hash", "columns": ["a"], "places": 0, "normalised": false, "grams": {"of": "VALUE", "shortest": 1, "longest": 1, "lowercase": false, "shortestWord": 1}} | it hashes into 0 places
            {"step": "hash", "columns": ["a"], "places": 8, "normalised": false, "grams": {"of": "WORDS", "shortest": 2, "longest": 1, "lowercase": false, "shortestWord": 1}} | terms of 2 to 1
            {"step": "terms", "vocabularies": [{"column": "a", "terms": ["x"], "weights": []}]} | column 'a' has 0 weights for 1 terms
            {"step": "terms", "vocabularies": [{"column": "a", "terms": ["x", "x"], "weights": [1, 1]}]} | a term of column 'a' is there twice
            """)
    void a_step_that_was_never_fitted_so_is_refused_when_it_is_read(String json, String wrong) {
        assertThatThrownBy(() -> Json.read("pipeline.json", json, FittedTransformer.class))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining(wrong);
    }
}
