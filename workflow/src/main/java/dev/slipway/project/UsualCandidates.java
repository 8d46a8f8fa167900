package dev.slipway.project;

import dev.slipway.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is tried where nothing is said: a baseline, a linear model and trees. */
public final class UsualCandidates {
    private UsualCandidates() {}

    /** The candidates that were written, or those that suit the target. */
    public static List<CandidateSpec> of(Project project, Target target) {
        return project.candidates().isEmpty() ? usual(target) : project.candidates();
    }

    private static List<CandidateSpec> usual(Target target) {
        var usual = new ArrayList<CandidateSpec>();
        usual.add(new CandidateSpec.Baseline("baseline"));
        usual.add(target instanceof Target.Quantity ? LinearReader.USUAL_RIDGE : LinearReader.USUAL);
        usual.add(ForestReader.read("forest", Optional.empty()));
        usual.add(BoostedReader.xgboost("xgboost", Optional.empty()));
        return usual;
    }
}
