package dev.slipway.cli;

import dev.slipway.evaluation.Score;
import dev.slipway.metric.Metric;
import dev.slipway.project.Price;
import dev.slipway.search.Happening;
import dev.slipway.search.Trial;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person sees while a training goes on: a line for each trial, and what comes next. */
final class TrainScreen {
    private final PrintWriter out;
    private final Optional<Price> price;

    TrainScreen(PrintWriter out, Optional<Price> price) {
        this.out = out;
        this.price = price;
    }

    /** Something happened in a training that this metric decides. */
    void show(Metric metric, Happening happening) {
        if (happening instanceof Happening.Begun begun) {
            line("searching for at most %.0f s on %d thread%s%s"
                    .formatted(
                            begun.seconds(),
                            begun.threads(),
                            begun.threads() == 1 ? "" : "s",
                            cost(", at most ", begun.seconds() * begun.threads())));
        } else if (happening instanceof Happening.Ended ended) {
            trial(ended.trial(), metric.id(), ended.secondsLeft());
        } else if (happening instanceof Happening.Forecast forecast) {
            forecast(forecast);
        } else if (happening instanceof Happening.Finishing finishing) {
            line("the search is over; fitting on all rows: " + String.join(", ", finishing.candidates()));
        }
    }

    private void forecast(Happening.Forecast forecast) {
        if (forecast.trials() == 0) {
            line("forecast: no more trials");
            return;
        }
        line("forecast: about %d more trial%s in about %.0f s%s"
                .formatted(
                        forecast.trials(),
                        forecast.trials() == 1 ? "" : "s",
                        forecast.seconds(),
                        cost(", about ", forecast.cpuSeconds())));
    }

    private String cost(String before, double cpuSeconds) {
        return price.map(hour -> before + hour.shown(cpuSeconds)).orElse("");
    }

    /** Somebody does not want to wait. */
    void stopping() {
        line("stopping the search: the training ends with the best so far; Ctrl-C again ends it at once, with nothing");
    }

    private void trial(Trial trial, String metric, double secondsLeft) {
        var score = trial.evaluation()
                .flatMap(evaluation -> evaluation.find(metric))
                .map(Score::mean)
                .map(mean -> metric + " " + Shown.number(mean))
                .or(trial::unfinished)
                .orElse("");
        line("  trial %d: %s%s%s %s (%.1f s; %.0f s left)"
                .formatted(
                        trial.number(),
                        trial.candidate(),
                        rung(trial),
                        parameters(trial),
                        score,
                        trial.seconds(),
                        secondsLeft));
    }

    /** What the trial had of the data, where it had not all. */
    private static String rung(Trial trial) {
        var cut = trial.taught().shown();
        var folds = trial.rung().number() < 3 ? trial.rung().folds() + " folds" : "";
        var less = cut.isEmpty() || folds.isEmpty() ? cut + folds : folds + ", " + cut;
        return less.isEmpty() ? "" : " [%s]".formatted(less);
    }

    private static String parameters(Trial trial) {
        return trial.parameters().containsKey("rule")
                ? ""
                : trial.parameters().entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, " %s %s", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(","));
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
