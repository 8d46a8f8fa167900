package dev.slipway.workflow;

import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Role;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.table.ColumnType;
import dev.slipway.transform.TimePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps that a new project begins with, as they are written: a draft for a person to change. */
final class ProposedSteps {
    private static final int MOST_WORDS = 50;

    /** Characters of a value, on average, from which on it is read as a text and not as a name. */
    private static final int TEXT = 40;

    private final InferContract.Proposal proposal;

    ProposedSteps(InferContract.Proposal proposal) {
        this.proposal = proposal;
    }

    /** Whether there is free text that a model is to read. */
    boolean readsText() {
        return !of(Use.READ).isEmpty();
    }

    List<Map<String, Object>> list() {
        var steps = new ArrayList<Map<String, Object>>();
        if (!of(Use.DROPPED).isEmpty()) {
            steps.add(Map.of("drop", of(Use.DROPPED)));
        }
        if (!of(Use.TIMED).isEmpty()) {
            // What comes again in any training data; a year or a month may be one that no training has seen.
            steps.add(Map.of(
                    "time", step(Use.TIMED, "parts", List.of(TimePart.WEEKDAY.label(), TimePart.HOUR.label()))));
        }
        if (!of(Use.IMPUTED).isEmpty()) {
            var impute = step(Use.IMPUTED, "with", "median");
            impute.put("indicate", true);
            steps.add(Map.of("impute", impute));
        }
        if (!of(Use.ENCODED).isEmpty()) {
            steps.add(Map.of("onehot", Map.of("columns", of(Use.ENCODED))));
        }
        if (readsText()) {
            steps.add(Map.of("tfidf", step(Use.READ, "ngrams", List.of(1, 2))));
        }
        return steps;
    }

    private Map<String, Object> step(Use use, String key, Object value) {
        var step = new LinkedHashMap<String, Object>();
        step.put("columns", of(use));
        step.put(key, value);
        return step;
    }

    /** What becomes of a column. */
    private enum Use {
        DROPPED,
        TIMED,
        IMPUTED,
        ENCODED,
        READ,
        AS_IT_IS
    }

    private List<String> of(Use use) {
        return proposal.inferred().contract().columns().stream()
                .filter(column -> column.role() == Role.FEATURE && use(column) == use)
                .map(ContractColumn::name)
                .toList();
    }

    private Use use(ContractColumn column) {
        var seen = proposal.profile().find(column.name());
        if (seen.filter(ProposedSteps::constant).isPresent()) {
            return Use.DROPPED;
        }
        if (column.type() == ColumnType.TIMESTAMP) {
            return Use.TIMED;
        }
        if (column.type().textual()) {
            return seen.map(ProposedSteps::words).orElse(Use.ENCODED);
        }
        return column.missing() > 0 ? Use.IMPUTED : Use.AS_IT_IS;
    }

    private static boolean constant(ColumnProfile seen) {
        boolean oneValue = seen.values().exact() && seen.values().values().size() <= 1;
        return oneValue && (seen.missing() == 0 || seen.present() == 0);
    }

    /** Few words are categories; many long ones texts; many short ones names, which teach nothing about others. */
    private static Use words(ColumnProfile seen) {
        boolean few = seen.values().exact() && seen.values().values().size() <= MOST_WORDS;
        return few ? Use.ENCODED : seen.lengths().mean() >= TEXT ? Use.READ : Use.DROPPED;
    }
}
