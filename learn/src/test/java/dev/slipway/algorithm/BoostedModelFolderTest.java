package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.model.Card;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.Pipeline;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.transform.OneHot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees that XGBoost grew, from training to the folder and back. */
class BoostedModelFolderTest {
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    @Test
    void trees_answer_from_their_folder_what_they_answered_when_they_were_grown() {
        var random = new Random(6);
        var age = NumberColumn.of(
                "age",
                Missing.where(ROWS, row -> random.nextInt(5) == 0),
                random.doubles(ROWS, 0, 80).toArray());
        var sex = CategoryColumn.of(
                "sex", List.of("female", "male"), random.ints(ROWS, 0, 2).toArray());
        var table = Table.of(age, sex);
        int[] labels = IntStream.range(0, ROWS)
                .map(row -> sex.code(row) == 0 || age.at(row) < 10 ? 1 : 0)
                .toArray();
        var training = Training.of(table, new Target.Classes("survived", List.of("0", "1")), labels);
        var noon = Instant.parse("2026-03-01T12:00:00Z");
        try (var boosting =
                new Boosting(NativeLibrary.XGBOOST, new Deadline(InstantSource.fixed(noon), noon.plusSeconds(60)), 1)) {
            var trees = new BoostedTrees(new XgboostParams(20, 4, 0.3, 1, 1, 1, 1, 0, 1), boosting);
            var fitted = new Pipeline(List.of(new OneHot(List.of("sex"))), trees).fit(training);
            var contract = new Contract(
                    "people",
                    Extra.REFUSE,
                    List.of(
                            ContractColumn.of("age", ColumnType.NUMBER)
                                    .withRange(0, 80)
                                    .withMissing(0.5),
                            ContractColumn.of("sex", ColumnType.CATEGORY).withSet(List.of("female", "male"))));
            var card = new Card("people", "1", "xgboost", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

            ModelFolder.write(
                    folder.resolve("model"),
                    new ServedModel(contract.forServing(fitted.inputs()), fitted, card),
                    Reference.of(Profile.of(table)));
            var loaded = ModelFolder.load(folder.resolve("model"));

            assertThat(loaded.predict(table)).isEqualTo(fitted.predict(table));
            assertThat(loaded.predict(table).positive()[0]).isNotEqualTo(0.5);
        }
    }
}
