package dev.slipway.cli;

import dev.slipway.change.Change;
import dev.slipway.change.Difference;
import dev.slipway.change.Impact;
import dev.slipway.document.Json;
import dev.slipway.problem.Printable;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.CheckContract;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway contract diff}. */
@Command(
        name = "diff",
        description = "Says what changed from one contract to another, and whom it breaks.",
        footer = {"", "Example:", "  slipway contract diff contract.yaml proposed.yaml"})
final class ContractDiff implements Callable<Integer> {
    /** Whose break makes the answer no. */
    enum Side {
        CONSUMERS,
        PRODUCERS,
        BOTH,
        NOBODY;

        boolean broken(Difference difference) {
            boolean producers = difference.producers() != Impact.NONE;
            boolean consumers = difference.consumers() != Impact.NONE;
            return switch (this) {
                case CONSUMERS -> consumers;
                case PRODUCERS -> producers;
                case BOTH -> consumers || producers;
                case NOBODY -> false;
            };
        }
    }

    private final Surroundings world;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The contract that holds.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The contract that is to hold.")
    private Path after;

    @Option(
            names = "--for",
            paramLabel = "SIDE",
            defaultValue = "consumers",
            description =
                    "Exit code 1 if it breaks or may break: consumers, producers, both or nobody (default: consumers).")
    private Side side;

    @Option(names = "--json", description = "The same as JSON.")
    private boolean json;

    ContractDiff(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var difference = Difference.between(
                CheckContract.read(world.folder().resolve(before)),
                CheckContract.read(world.folder().resolve(after)));
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.pretty(object(difference)));
        } else {
            print(difference, out);
        }
        out.flush();
        return side.broken(difference) ? 1 : 0;
    }

    private void print(Difference difference, PrintWriter out) {
        if (difference.changes().isEmpty()) {
            out.println("nothing changed");
            return;
        }
        var grid = new Grid("column", "rule", "producers", "consumers", "what changed");
        difference
                .changes()
                .forEach(change -> grid.add(List.of(
                        change.column(),
                        change.rule(),
                        shown(change.producers()),
                        shown(change.consumers()),
                        Printable.of(change.what()))));
        grid.print(out);
        out.println();
        out.println("producers (data that kept %s): %s".formatted(before, sum(difference, Change::producers)));
        out.println("consumers (who rely on %s):    %s".formatted(before, sum(difference, Change::consumers)));
    }

    private static String shown(Impact impact) {
        return switch (impact) {
            case NONE -> "fine";
            case MAY -> "may break";
            case BREAKS -> "breaks";
        };
    }

    private static String sum(Difference difference, Function<Change, Impact> whom) {
        long breaks = count(difference, whom, Impact.BREAKS);
        long may = count(difference, whom, Impact.MAY);
        if (breaks + may == 0) {
            return "nothing breaks";
        }
        return String.format(
                Locale.ROOT,
                "%d of %d changes break, %d may",
                breaks,
                difference.changes().size(),
                may);
    }

    private static long count(Difference difference, Function<Change, Impact> whom, Impact impact) {
        return difference.changes().stream()
                .filter(change -> whom.apply(change) == impact)
                .count();
    }

    private Map<String, Object> object(Difference difference) {
        var object = new LinkedHashMap<String, Object>();
        object.put("old", before.toString());
        object.put("new", after.toString());
        object.put("producers", difference.producers().label());
        object.put("consumers", difference.consumers().label());
        object.put(
                "changes",
                difference.changes().stream().map(ContractDiff::object).toList());
        return object;
    }

    private static Map<String, Object> object(Change change) {
        var object = new LinkedHashMap<String, Object>();
        object.put("column", change.column());
        object.put("rule", change.rule());
        object.put("what", change.what());
        object.put("producers", change.producers().label());
        object.put("consumers", change.consumers().label());
        return object;
    }
}
