package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import dev.slipway.model.Pipeline;
import dev.slipway.problem.SlipwayException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Does again what a search did, by the record of its trials and not by the clock. For one thread. */
public final class Replay {
    private final Map<String, Candidate> candidates = new TreeMap<>();
    private final List<Cut> cuts;
    private final long seed;
    private final Workbench bench;
    private final Map<String, List<Attempt>> attempts = new HashMap<>();

    /**
     * @param cuts those the search chose from
     * @param seed that the search drew with
     */
    public Replay(List<Candidate> candidates, List<Cut> cuts, long seed, Workbench bench) {
        candidates.forEach(candidate -> this.candidates.put(candidate.name(), candidate));
        this.cuts = List.copyOf(cuts);
        this.seed = seed;
        this.bench = bench;
    }

    /** Fits and asks again; what came out otherwise than it is recorded, empty where all answers are the same to the bit. */
    public Optional<String> difference(Trial recorded) {
        var answers = AnswersHash.of(bench.judge(
                pipeline(recorded.what()), recorded.taught(), recorded.rung().folds()));
        return recorded.answers().filter(answers::equals).isPresent()
                ? Optional.empty()
                : Optional.of("trial %d of %s answers otherwise: %s, recorded %s"
                        .formatted(
                                recorded.number(),
                                recorded.candidate(),
                                answers,
                                recorded.answers().orElse("none")));
    }

    /** What was tried, able to learn again. */
    public Pipeline pipeline(Tried tried) {
        var again = attempts(tried).get(tried.draw());
        if (!again.what().equals(tried)) {
            throw SlipwayException.refused(
                    "RERUN-OTHER-DRAW",
                    "draw %d of '%s' is %s now, and was %s"
                            .formatted(
                                    tried.draw(),
                                    tried.candidate(),
                                    again.what().parameters(),
                                    tried.parameters()),
                    "the record of the search",
                    "rerun with the Slipway and the slipway.yaml of the training");
        }
        return again.pipeline();
    }

    /** All draws of the candidate up to this one, by number. */
    private List<Attempt> attempts(Tried tried) {
        var known = attempts.getOrDefault(tried.candidate(), List.of());
        if (known.size() > tried.draw()) {
            return known;
        }
        var candidate = candidates.get(tried.candidate());
        if (candidate == null) {
            throw SlipwayException.refused(
                    "RERUN-NO-CANDIDATE",
                    "there is no candidate '%s' any more".formatted(tried.candidate()),
                    "slipway.yaml, 'candidates'",
                    "rerun with the slipway.yaml of the training");
        }
        var all = new Draws(candidate, cuts, seed).upTo(tried.draw());
        attempts.put(tried.candidate(), all);
        return all;
    }
}
