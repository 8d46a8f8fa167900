package dev.slipway.contract;

import dev.slipway.contract.DataRules.Freshness;
import dev.slipway.drift.Drift;
import dev.slipway.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules about whole columns and the whole data set, once all rows are seen.
 *
 * @param columns those that are checked
 * @param now empty where nobody asks about freshness
 * @param stored without rows where nobody asks about distributions
 */
record WholeFindings(
        Contract contract, List<ContractColumn> columns, Optional<Instant> now, Profile stored, CheckState state) {
    List<Finding> all() {
        var found = new ArrayList<>(state.about());
        if (state.source().isEmpty()) {
            return found;
        }
        missingShares(found);
        rows(found);
        relations(found);
        if (stored.rows() > 0) {
            distributions(found);
        }
        now.ifPresent(moment -> freshness(found, moment));
        return found;
    }

    private Finding.Row nowhere() {
        return Finding.Row.none(state.source());
    }

    private void missingShares(List<Finding> found) {
        for (int i = 0; i < columns.size() && i < state.nulls().size(); i++) {
            var column = columns.get(i);
            long nulls = state.nulls().get(i);
            if (column.missing() > 0 && nulls > column.missing() * state.rows()) {
                String note = "%d of %d rows, more than the allowed share of %s"
                        .formatted(nulls, state.rows(), YamlText.number(column.missing()));
                found.add(Finding.of(Rule.MISSING, nowhere(), column, Long.toString(nulls), note));
            }
        }
    }

    private void rows(List<Finding> found) {
        var size = contract.rules().rows();
        if (state.rows() < size.min() || state.rows() > size.max()) {
            String most = size.max() == Long.MAX_VALUE ? "any" : Long.toString(size.max());
            String note = "there are %d rows, outside [%d, %s]".formatted(state.rows(), size.min(), most);
            found.add(Finding.of(Rule.ROWS, size.severity(), nowhere(), "", Long.toString(state.rows()), note));
        }
    }

    private void relations(List<Finding> found) {
        var relations = contract.rules().relations();
        for (int i = 0; i < relations.size() && i < state.relations().size(); i++) {
            var relation = relations.get(i);
            state.relations()
                    .get(i)
                    .broken(relation)
                    .ifPresent(note -> found.add(
                            Finding.of(Rule.RELATION, relation.severity(), nowhere(), relation.name(), "", note)));
        }
    }

    private void distributions(List<Finding> found) {
        for (var asked : contract.rules().distributions()) {
            if (Math.min(state.rows(), stored.rows()) < Drift.FEWEST) {
                String note = "%d rows against %d of the profile: fewer than %d tell nothing of distributions"
                        .formatted(state.rows(), stored.rows(), Drift.FEWEST);
                found.add(Finding.of(Rule.DISTRIBUTION, Severity.WARN, nowhere(), "", "", note));
            }
            Distributed.shifts(
                    stored,
                    state.profile(),
                    Distributed.columns(contract, asked),
                    (column, note) -> found.add(new Finding(
                            Rule.DISTRIBUTION,
                            asked.severity(),
                            nowhere(),
                            contract.find(column).orElse(Finding.NO_COLUMN),
                            "",
                            "",
                            note,
                            "")));
        }
    }

    private void freshness(List<Finding> found, Instant moment) {
        var asked = contract.rules().freshness();
        for (int i = 0; i < asked.size() && i < state.latest().size(); i++) {
            var fresh = asked.get(i);
            stale(fresh, state.latest().get(i), moment)
                    .ifPresent(
                            note -> found.add(Finding.of(Rule.FRESHNESS, fresh.severity(), nowhere(), "", "", note)));
        }
    }

    private static Optional<String> stale(Freshness fresh, long micros, Instant now) {
        if (micros == Long.MIN_VALUE) {
            return Optional.of("no row says when '%s' was".formatted(fresh.column()));
        }
        var latest = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return latest.plus(fresh.within()).isBefore(now)
                ? Optional.of("the latest '%s' is %s, %s ago and not within %s"
                        .formatted(
                                fresh.column(),
                                latest,
                                ago(Duration.between(latest, now)),
                                Durations.text(fresh.within())))
                : Optional.empty();
    }

    /* In the largest unit that there is one of, rounded down. */
    private static String ago(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + "d";
        }
        return duration.toHours() > 0 ? duration.toHours() + "h" : duration.toMinutes() + "m";
    }
}
