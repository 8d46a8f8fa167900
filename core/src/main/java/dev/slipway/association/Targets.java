package dev.slipway.association;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What each column says about the target. */
final class Targets {
    private Targets() {}

    static Target of(Features features, int column) {
        var target = features.all().get(column);
        var outcome = Outcome.of(target);
        int[] folds = Power.folds(features.rows());
        var columns = features.all().parallelStream()
                .filter(feature -> feature != target)
                .map(feature -> association(features, feature, target, outcome, folds))
                .sorted(Comparator.comparingDouble(
                        (TargetAssociation of) -> -of.power().value()))
                .toList();
        return new Target(
                target.name(), outcome.classes(), outcome.rows().length, columns, Leaks.of(features, target, columns));
    }

    private static TargetAssociation association(
            Features features, Feature feature, Feature target, Outcome outcome, int... folds) {
        var power = Power.of(feature, outcome, folds);
        return new TargetAssociation(
                feature.name(),
                feature.kind(),
                measures(features, feature, target),
                power.explained(features),
                power.auc());
    }

    private static List<Association> measures(Features features, Feature feature, Feature target) {
        var measures = new ArrayList<Association>();
        if (feature.numeric() && target.numeric()) {
            measures.add(of(feature, target, Measure.PEARSON, Line.pearson(features, feature, target)));
            measures.add(of(feature, target, Measure.SPEARMAN, Line.spearman(features, feature, target)));
        } else if (feature.numeric()) {
            measures.add(of(
                    feature, target, Measure.CORRELATION_RATIO, Crossing.correlationRatio(features, feature, target)));
        } else if (!Outcome.classes(target)) {
            measures.add(of(
                    feature, target, Measure.CORRELATION_RATIO, Crossing.correlationRatio(features, target, feature)));
        }
        if (Outcome.classes(target) && few(feature) && few(target)) {
            measures.add(of(feature, target, Measure.CRAMERS_V, Crossing.cramersV(features, feature, target)));
        }
        return measures;
    }

    private static boolean few(Feature feature) {
        return feature.distinct() <= Correlations.MOST_CLASSES;
    }

    private static Association of(Feature feature, Feature target, Measure measure, Estimate estimate) {
        return new Association(feature.name(), target.name(), measure, estimate);
    }
}
