package dev.slipway.bench;

import dev.slipway.algorithm.BoostedTrees;
import dev.slipway.algorithm.Boosting;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.NativeLibrary;
import dev.slipway.algorithm.XgboostParams;
import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.document.Document;
import dev.slipway.evaluation.Folds;
import dev.slipway.local.LocalEngine;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.project.Project;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * From the CSV of a project to the AUC of its trees, once, in a process of its own: {@code Million FOLDER}. Reads and checks
 * every row, fits the project's steps and 200 trees of depth 6 on 80 % of them and judges by the other 20 %, with the classes
 * that {@code slipway train} uses. Prints seconds a phase, the AUC and the most memory that this process and its child held.
 */
public final class Million {
    private static final double NANOS = 1e9;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Project project;
    private final List<Double> peaks = new ArrayList<>();
    private final long started = System.nanoTime();
    private long last = started;

    private Million(Project project) {
        this.project = project;
    }

    public static void main(String... arguments) throws IOException {
        judge(Path.of(arguments[0]));
    }

    /** The AUC on the rows that judge. */
    static double judge(Path folder) throws IOException {
        return new Million(Project.read(folder)).run();
    }

    private double run() throws IOException {
        var parts = parts(checked());
        double auc = auc(parts.get(0), parts.get(1));
        System.out.printf(
                Locale.ROOT,
                "slipway: %.2f s, AUC %.5f, most memory %.0f MB (this process %.0f, its child %.0f)%n",
                (last - started) / NANOS,
                auc,
                peaks.get(0) + peaks.get(1),
                peaks.get(1),
                peaks.get(0));
        return auc;
    }

    private void phase(String name) {
        long now = System.nanoTime();
        System.out.printf(Locale.ROOT, "  %s %.2f s%n", name, (now - last) / NANOS);
        last = now;
    }

    private Table checked() {
        var contract = Contract.read(Document.yaml(project.contract()));
        try (var engine = new LocalEngine()) {
            var checked = new ContractCheck(contract).keep(engine, project.source());
            if (!checked.report().passed()) {
                throw new IllegalStateException(checked.report().findings().toString());
            }
            phase("read and check");
            return checked.typed();
        }
    }

    /** The rows that teach, and the rows that judge. */
    private List<Training> parts(Table typed) {
        var positive = project.data().positive().orElseThrow();
        var target = project.data().target().map(typed::column).orElseThrow();
        int[] labels = labels(target, positive);
        var classes = new Target.Classes(target.name(), List.of("not " + positive, positive));
        var folds = folds(labels);
        var all = Training.of(typed.without(List.of(target.name())), classes, labels);
        var parts = List.of(all.rows(folds.teaching(0)), all.rows(folds.judging(0)));
        phase("split");
        return parts;
    }

    static int[] labels(Column target, String positive) {
        return IntStream.range(0, target.size())
                .map(row -> target.text(row).equals(positive) ? 1 : 0)
                .toArray();
    }

    /** Five folds, of which only the first judges. */
    static Folds folds(int... labels) {
        return Folds.stratified(labels, List.of("no", "yes"), 5, 42, "the generated rows");
    }

    private double auc(Training teaching, Training judging) throws IOException {
        var clock = InstantSource.system();
        int threads = Runtime.getRuntime().availableProcessors();
        var deadline = new Deadline(clock, clock.instant().plus(PATIENCE));
        try (var boosting = new Boosting(NativeLibrary.XGBOOST, deadline, threads)) {
            // What the peer is told too: peers/million.py.
            var trees = new BoostedTrees(new XgboostParams(200, 6, 0.1, 1, 1, 1, 1, 1, threads), boosting);
            var prepared = new Pipeline(project.features(), trees).prepare(teaching);
            phase("steps");
            var model = trees.fit(prepared.training());
            phase("train");
            var answers = judging.judge(model.predict(prepared.apply(judging.table())));
            double auc = BinaryMetric.ROC_AUC.of(answers).orElseThrow();
            phase("evaluate");
            peaks.add(PeakMemory.ofChildren());
            peaks.add(PeakMemory.ofThis());
            return auc;
        }
    }
}
