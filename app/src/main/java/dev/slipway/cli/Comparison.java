package dev.slipway.cli;

import dev.slipway.evaluation.Value;
import dev.slipway.gate.Threshold;
import dev.slipway.tracking.Run;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs side by side: what they score, what they earn, and what they cost. */
final class Comparison {
    /** The usual metrics of every task, in the order they are shown. */
    private static final List<String> SHOWN =
            List.of("roc_auc", "accuracy", "log_loss", "macro_f1", "rmse", "mae", "r2", "silhouette");

    private static final int MOST = 4;

    private Comparison() {}

    private static boolean measured(List<Run> runs, String metric) {
        return runs.stream().anyMatch(run -> run.metrics().containsKey(metric));
    }

    /**
     * The best is marked with a star, and what no other run beats with a plus.
     *
     * @param unit of the value; empty where there is none
     */
    static void print(PrintWriter out, Compared compared, String unit) {
        var runs = compared.runs();
        var metric = compared.metric();
        boolean valued = runs.stream().anyMatch(run -> run.metrics().containsKey(Value.METRIC));
        var metrics = Stream.concat(
                        Stream.of(metric), SHOWN.stream().filter(id -> !id.equals(metric) && measured(runs, id)))
                .limit(MOST)
                .toList();
        var header = new ArrayList<>(List.of("", "candidate", "run"));
        header.addAll(metrics);
        if (valued) {
            header.add((unit + " per 1,000").strip());
        }
        header.addAll(List.of("p99 ms", "rows/s", "size", "memory", "fit s"));
        var grid = new Grid(header.toArray(String[]::new));
        for (int place = 0; place < runs.size(); place++) {
            var run = runs.get(place);
            var mark = (place == 0 ? "*" : "") + (isFront(run, compared) ? "+" : "");
            var row = new ArrayList<>(List.of(mark, run.name(), Shown.id(run.id())));
            metrics.forEach(id -> row.add(score(run, id)));
            if (valued) {
                row.add(figure(run, Value.METRIC));
            }
            row.add(figure(run, Threshold.LATENCY));
            row.add(figure(run, "batch_rows_per_s"));
            row.add(bytes(run, Threshold.SIZE));
            row.add(bytes(run, Threshold.MEMORY));
            row.add(figure(run, "fit_seconds"));
            grid.add(row);
        }
        grid.print(out);
        front(out, compared);
    }

    /** Whether that is to be told: one alone is always on it. */
    private static boolean isFront(Run run, Compared compared) {
        return compared.runs().size() > 1 && compared.pareto().contains(run.id());
    }

    private static void front(PrintWriter out, Compared compared) {
        if (compared.runs().size() > 1 && !compared.pareto().isEmpty()) {
            out.println(
                    "+ Pareto front, %d of %d: no other is as good in %s, p99, size and fit and better in one of them"
                            .formatted(compared.pareto().size(), compared.runs().size(), compared.metric()));
        }
    }

    private static String bytes(Run run, String metric) {
        var bytes = run.metrics().get(metric);
        return bytes == null ? "" : Shown.bytes(bytes);
    }

    private static String score(Run run, String metric) {
        var deviation = run.metrics().get(metric + "_sd");
        var figure = figure(run, metric);
        return deviation == null || figure.isEmpty() ? figure : figure + " ±" + Shown.number(deviation);
    }

    private static String figure(Run run, String metric) {
        return Shown.number(run.metrics().getOrDefault(metric, Double.NaN));
    }
}
