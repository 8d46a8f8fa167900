package dev.slipway.project;

import dev.slipway.model.Matrix;
import dev.slipway.model.Target;
import dev.slipway.transform.BagOfTerms;
import dev.slipway.transform.Hash;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is tried where nothing is said: a baseline, a linear model and trees, but for vectors too wide for trees; without a target
 * clusters and strange rows.
 */
public final class UsualCandidates {
    private UsualCandidates() {}

    /** The candidates that were written, or those that suit the target. */
    public static List<CandidateSpec> of(Project project, Target target) {
        return project.candidates().isEmpty() ? usual(project, target) : project.candidates();
    }

    private static List<CandidateSpec> usual(Project project, Target target) {
        if (target instanceof Target.Unlabelled) {
            return List.of(
                    UnlabelledReader.clusters("kmeans", Optional.empty()),
                    UnlabelledReader.isolation("isolation", Optional.empty()));
        }
        var usual = new ArrayList<CandidateSpec>();
        usual.add(new CandidateSpec.Baseline("baseline"));
        usual.add(target instanceof Target.Quantity ? LinearReader.USUAL_RIDGE : LinearReader.USUAL);
        if (project.features().stream().noneMatch(UsualCandidates::isWide)) {
            usual.add(ForestReader.read("forest", Optional.empty()));
            usual.add(BoostedReader.xgboost("xgboost", Optional.empty()));
        }
        return usual;
    }

    private static boolean isWide(Transformer<?> step) {
        if (step instanceof Hash hash) {
            return hash.places() > Matrix.MOST_DENSE;
        }
        return step instanceof BagOfTerms terms
                && (terms.kept().most() == 0 || terms.kept().most() > Matrix.MOST_DENSE);
    }
}
