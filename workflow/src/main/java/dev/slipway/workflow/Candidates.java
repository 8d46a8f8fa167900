package dev.slipway.workflow;

import dev.slipway.algorithm.Deadline;
import dev.slipway.cluster.IsolationForest;
import dev.slipway.cluster.KMeans;
import dev.slipway.model.Majority;
import dev.slipway.model.Rule;
import dev.slipway.model.Target;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.CandidateSpec;
import dev.slipway.project.Project;
import dev.slipway.project.Range;
import dev.slipway.search.Between;
import dev.slipway.search.BoostedSpace;
import dev.slipway.search.Candidate;
import dev.slipway.search.Fixed;
import dev.slipway.search.ForestSpace;
import dev.slipway.search.LinearSpace;
import dev.slipway.search.LogisticSpace;
import dev.slipway.search.Simplicity;
import dev.slipway.search.Space;
import java.util.List;
import java.util.TreeMap;

/** Turns what was written under {@code candidates} into what a search can try. */
final class Candidates {
    private final Project project;
    private final Boostings boostings;
    private final int threads;
    private final Deadline deadline;

    Candidates(Project project, Boostings boostings, int threads, Deadline deadline) {
        this.project = project;
        this.boostings = boostings;
        this.threads = threads;
        this.deadline = deadline;
    }

    static void requireKnown(List<CandidateSpec> candidates, List<String> only) {
        var names = candidates.stream().map(CandidateSpec::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(unknown -> {
            throw SlipwayException.usage(
                    "TRAIN-NO-CANDIDATE",
                    "there is no candidate '%s'%s".formatted(unknown, Nearest.hint(unknown, names)),
                    "--only",
                    "use one of: " + String.join(", ", names));
        });
    }

    /** Refuses those that learn from answers where there are none, and those that need none where there are some. */
    static void requireSuited(List<CandidateSpec> candidates, Target target) {
        boolean unlabelled = target instanceof Target.Unlabelled;
        var problems = candidates.stream()
                .filter(spec -> spec.unlabelled() != unlabelled)
                .map(spec -> new Problem(
                        "TRAIN-CANDIDATE-UNSUITED",
                        unlabelled
                                ? "candidate '%s' learns from answers, and no target is named".formatted(spec.name())
                                : "candidate '%s' learns without answers, and there is a target".formatted(spec.name()),
                        Project.FILE + ", 'candidates'",
                        unlabelled
                                ? "name a column under data.target, or use candidates such as kmeans and isolation"
                                : "leave the candidate out, or take 'target' out of 'data'"))
                .toList();
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.USAGE, problems);
        }
    }

    /** @param only the names of those that are wanted, all known; all where there is none */
    List<Candidate> chosen(List<CandidateSpec> candidates, List<String> only) {
        return candidates.stream()
                .filter(spec -> only.isEmpty() || only.contains(spec.name()))
                .map(this::candidate)
                .toList();
    }

    private Candidate candidate(CandidateSpec spec) {
        // A rule speaks of the columns as people know them, and a baseline of none; features are for what learns.
        boolean learns = !(spec instanceof CandidateSpec.Rule || spec instanceof CandidateSpec.Baseline);
        return new Candidate(spec.name(), simplicity(spec), learns ? project.features() : List.of(), space(spec));
    }

    private static Simplicity simplicity(CandidateSpec spec) {
        if (spec instanceof CandidateSpec.Baseline) {
            return Simplicity.BASELINE;
        }
        if (spec instanceof CandidateSpec.Rule) {
            return Simplicity.RULE;
        }
        if (spec instanceof CandidateSpec.Logistic || spec instanceof CandidateSpec.Linear) {
            return Simplicity.LINEAR;
        }
        return spec instanceof CandidateSpec.Forest ? Simplicity.FOREST : Simplicity.BOOSTED;
    }

    private Space space(CandidateSpec spec) {
        if (spec instanceof CandidateSpec.Rule rule) {
            var parameters = new TreeMap<String, String>();
            parameters.put("rule", rule.expression());
            return new Fixed(new Rule(rule.expression()), parameters);
        }
        if (spec instanceof CandidateSpec.Logistic logistic) {
            return new LogisticSpace(
                    between(logistic.strength()), between(logistic.l1Ratio()), logistic.classWeights(), deadline);
        }
        if (spec instanceof CandidateSpec.Linear linear) {
            return new LinearSpace(linear.ridge(), between(linear.alpha()), between(linear.l1Ratio()), deadline);
        }
        if (spec instanceof CandidateSpec.Forest forest) {
            return new ForestSpace(
                    between(forest.trees()),
                    between(forest.depth()),
                    between(forest.leaf()),
                    between(forest.columns()),
                    between(forest.rows()),
                    forest.classWeights(),
                    new ForestSpace.Growing(project.data().seed(), threads, deadline));
        }
        if (spec instanceof CandidateSpec.Clusters clusters) {
            var parameters = new TreeMap<String, String>();
            parameters.put("k", clusters.clusters().toString());
            parameters.put("starts", Integer.toString(clusters.starts()));
            int fewest = (int) clusters.clusters().low();
            int most = (int) clusters.clusters().high();
            return new Fixed(new KMeans(fewest, most, clusters.starts(), seed(), threads, deadline), parameters);
        }
        if (spec instanceof CandidateSpec.Isolation isolation) {
            var parameters = new TreeMap<String, String>();
            parameters.put("trees", Integer.toString(isolation.trees()));
            parameters.put("sample", Integer.toString(isolation.sample()));
            return new Fixed(
                    new IsolationForest(isolation.trees(), isolation.sample(), seed(), threads, deadline), parameters);
        }
        if (spec instanceof CandidateSpec.Boosted boosted) {
            return new BoostedSpace(
                    between(boosted.trees()),
                    between(boosted.size()),
                    between(boosted.rate()),
                    between(boosted.rowShare()),
                    between(boosted.columnShare()),
                    boosted.guidance(),
                    project.data().seed(),
                    threads,
                    boostings.of(boosted.library()));
        }
        return new Fixed(new Majority(), new TreeMap<>());
    }

    private long seed() {
        return project.data().seed();
    }

    private static Between between(Range range) {
        return new Between(range.low(), range.high());
    }
}
