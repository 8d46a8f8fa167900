package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.DataRules;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Rule;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shows of every rule of a contract that it works: a violation of it is planted into rows that keep the contract, and this rule
 * has to name it, in its row, while no other rule names anything.
 *
 * @param rows how many good rows the violations were planted into; 0 where there are none
 * @param drawn whether the rows were drawn from the rules, and not taken from data
 * @param results of the rules in the order of the contract
 */
public record Proof(int rows, boolean drawn, List<Proven> results) {
    private static final int PLANTS = 400;
    private static final Set<Rule> OF_THE_WHOLE = Set.of(Rule.ROWS, Rule.FRESHNESS, Rule.RELATION, Rule.DISTRIBUTION);

    public Proof {
        results = List.copyOf(results);
    }

    /** In rows that are drawn from the rules; the same for the same contract. */
    public static Proof of(Contract contract) {
        var ofRows = ofRows(contract);
        var pools = Pools.of(ofRows);
        var search = new GoodRows(ofRows, Judge.of(ofRows), pools);
        return new Proof(contract, ofRows, pools, search.drawn(), search, true);
    }

    /** In those of the rows that keep the contract. */
    public static Proof of(Contract contract, Table rows) {
        var ofRows = ofRows(contract);
        var pools = Pools.of(ofRows);
        var search = new GoodRows(ofRows, Judge.of(ofRows), pools);
        return new Proof(contract, ofRows, pools, search.of(sheet(contract, rows)), search, false);
    }

    private Proof(Contract contract, Contract ofRows, Pools pools, Sheet good, GoodRows search, boolean drawn) {
        this(
                good.size(),
                drawn,
                Demand.of(contract).stream()
                        .map(demand -> good.size() == 0
                                ? new Proven(
                                        demand, Outcome.UNPROVEN, "no row keeps the contract: " + search.obstacles())
                                : OF_THE_WHOLE.contains(demand.rule())
                                        ? ofTheWhole(contract, demand, good)
                                        : proven(ofRows, pools, demand, good))
                        .toList());
    }

    /** Without the rules about the whole data set, which a few rows cannot keep. */
    private static Contract ofRows(Contract contract) {
        var rules = contract.rules();
        return contract.with(new DataRules(
                rules.conditions(),
                rules.unique(),
                rules.duplicates(),
                rules.dependencies(),
                List.of(),
                List.of(),
                DataRules.Size.ANY,
                List.of()));
    }

    /** The cells as the contract reads them, in the texts that read back as the same values. */
    private static Sheet sheet(Contract contract, Table rows) {
        var typed = contract.examine(rows).table();
        return new Sheet(
                contract.names(),
                IntStream.range(0, rows.rows())
                        .mapToObj(row -> contract.columns().stream()
                                .map(column -> typed.find(column.name())
                                        .map(cells -> cells.isMissing(row)
                                                ? Optional.<String>empty()
                                                : Optional.of(cells.text(row)))
                                        .orElse(Optional.of("")))
                                .toList())
                        .toList());
    }

    private static Proven proven(Contract contract, Pools pools, Demand demand, Sheet good) {
        var plants = contract.find(demand.column())
                .filter(column -> demand.rule() != Rule.DEPENDENCY)
                .map(column -> new CellPlants(column, pools.of(column.name()), good).of(demand))
                .orElseGet(() -> new RowPlants(contract, pools, good).of(demand));
        return proven(Judge.of(contract), demand, plants, nothing(demand, good));
    }

    private static Proven ofTheWhole(Contract contract, Demand demand, Sheet good) {
        var whole = new WholePlants(contract, good);
        return proven(
                whole.judge(demand),
                demand,
                whole.of(demand),
                new Proven(demand, Outcome.UNPROVEN, "cannot be planted: it takes too many rows"));
    }

    private static Proven nothing(Demand demand, Sheet good) {
        if (good.size() == 1 && demand.rule() == Rule.UNIQUE) {
            return new Proven(demand, Outcome.UNPROVEN, "only one row can keep the contract");
        }
        return demand.rule() == Rule.CONDITION || demand.rule() == Rule.DEPENDENCY
                ? new Proven(demand, Outcome.UNPROVEN, "no drawn row breaks it: perhaps nothing can")
                : new Proven(demand, Outcome.DEAD, "no value can break it");
    }

    private static Proven proven(Judge judge, Demand demand, Stream<Plant> plants, Proven nothing) {
        var others = new LinkedHashSet<String>();
        var tried = new ArrayList<String>();
        var silent = new ArrayList<String>();
        for (var plant : (Iterable<Plant>) plants.limit(PLANTS)::iterator) {
            var findings = judge.findings(plant.sheet());
            if (plant.isNamed(findings, demand)) {
                return new Proven(demand, Outcome.PROVEN, "%s: %s".formatted(plant.what(), plant.named()));
            }
            tried.add(plant.what());
            if (findings.isEmpty()) {
                silent.add(plant.what());
            }
            findings.stream()
                    .filter(finding -> finding.rule() != demand.rule()
                            || !finding.subject().equals(demand.subject()))
                    .forEach(finding -> others.add(shown(finding)));
        }
        if (tried.isEmpty()) {
            return nothing;
        }
        if (!silent.isEmpty()) {
            return new Proven(demand, Outcome.UNPROVEN, "%s: nothing is named".formatted(silent.get(0)));
        }
        return new Proven(
                demand,
                Outcome.HIDDEN,
                others.isEmpty()
                        ? "%s is named more than once".formatted(tried.get(0))
                        : "%s is named by %s".formatted(tried.get(0), String.join(" and ", others)));
    }

    private static String shown(Finding finding) {
        return "%s of '%s'".formatted(finding.rule().code(), finding.subject());
    }

    /** Whether every rule is proven. */
    public boolean passed() {
        return results.stream().allMatch(result -> result.outcome() == Outcome.PROVEN);
    }

    /** How many proofs ended so. */
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
