package dev.slipway.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What more of a parameter costs: how the time of a trial went with it over the trials of a search. Trials are compared with
 * the middle one on their rung, so that more data is not taken for more of the parameter.
 *
 * @param trials it is told from
 * @param rank Spearman's correlation of the parameter and the time, from -1 to 1
 * @param ratio time where it is high (the upper third of the trials) over time where it is low
 */
public record ParameterCost(String candidate, String parameter, int trials, double rank, double ratio) {
    private static final int LEAST = 5;

    private record Point(double value, double time) {}

    /** Of every parameter that is a number and of which enough was tried, by candidate and name. */
    public static List<ParameterCost> of(List<Trial> trials) {
        var done = trials.stream()
                .filter(trial -> trial.evaluation().isPresent() && trial.seconds() > 0)
                .collect(Collectors.groupingBy(Trial::candidate, TreeMap::new, Collectors.toList()));
        var costs = new ArrayList<ParameterCost>();
        done.forEach((candidate, own) -> own.stream()
                .flatMap(trial -> trial.parameters().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(parameter -> of(candidate, parameter, own).ifPresent(costs::add)));
        return costs;
    }

    private static Optional<ParameterCost> of(String candidate, String parameter, List<Trial> trials) {
        var points = trials.stream()
                .flatMap(trial -> point(trial, parameter, trials).stream())
                .sorted(Comparator.comparingDouble(Point::value))
                .toList();
        if (points.size() < LEAST
                || points.get(0).value() == points.get(points.size() - 1).value()) {
            return Optional.empty();
        }
        int third = points.size() / 3;
        double low = time(points.subList(0, third));
        double high = time(points.subList(points.size() - third, points.size()));
        return Optional.of(new ParameterCost(candidate, parameter, points.size(), rank(points), high / low));
    }

    private static Optional<Point> point(Trial trial, String parameter, List<Trial> trials) {
        try {
            double value = Double.parseDouble(trial.parameters().getOrDefault(parameter, ""));
            return Optional.of(new Point(value, trial.seconds() / usual(trial, trials)));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }

    /** The middle of the times on the rung of a trial. */
    private static double usual(Trial trial, List<Trial> trials) {
        double[] seconds = trials.stream()
                .filter(other -> other.rung().equals(trial.rung()))
                .mapToDouble(Trial::seconds)
                .sorted()
                .toArray();
        return seconds[seconds.length / 2];
    }

    private static double time(List<Point> points) {
        return points.stream().mapToDouble(Point::time).average().orElse(Double.NaN);
    }

    private static double rank(List<Point> points) {
        double[] values = ranks(points.stream().mapToDouble(Point::value).toArray());
        double[] times = ranks(points.stream().mapToDouble(Point::time).toArray());
        double middle = (points.size() + 1) / 2.0;
        double both = 0;
        double ofValues = 0;
        double ofTimes = 0;
        for (int i = 0; i < values.length; i++) {
            both += (values[i] - middle) * (times[i] - middle);
            ofValues += (values[i] - middle) * (values[i] - middle);
            ofTimes += (times[i] - middle) * (times[i] - middle);
        }
        return both / Math.sqrt(ofValues * ofTimes);
    }

    /** Ranks from 1; equal ones share the mean of theirs. */
    private static double[] ranks(double... figures) {
        double[] ranks = new double[figures.length];
        for (int i = 0; i < figures.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : figures) {
                below += other < figures[i] ? 1 : 0;
                equal += other == figures[i] ? 1 : 0;
            }
            ranks[i] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }
}
