package dev.slipway.cli;

import dev.slipway.document.Json;
import dev.slipway.local.LocalEngine;
import dev.slipway.problem.Printable;
import dev.slipway.project.Project;
import dev.slipway.proof.Outcome;
import dev.slipway.proof.Proof;
import dev.slipway.proof.Proven;
import dev.slipway.source.Source;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.CheckContract;
import dev.slipway.workflow.ProveContract;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway contract test}. */
@Command(
        name = "test",
        description = "Proves a contract: plants a violation of every rule and shows that it is named.",
        footer = {"", "Examples:", "  slipway contract test", "  slipway contract test contract.yaml --data old.csv"})
final class ContractProof implements Callable<Integer> {
    private final Surroundings world;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CONTRACT",
            arity = "0..1",
            defaultValue = Project.CONTRACT,
            description = "The contract (default: ${DEFAULT-VALUE}).")
    private Path contract;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Plant into good rows of this file (default: into rows drawn from the rules).")
    private Optional<Path> data;

    @Option(names = "--json", description = "The same as JSON.")
    private boolean json;

    ContractProof(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var proof = proof();
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.pretty(object(proof)));
        } else {
            print(proof, out);
        }
        out.flush();
        return proof.passed() ? 0 : 1;
    }

    private Proof proof() {
        var rules = CheckContract.read(world.folder().resolve(contract));
        if (data.isEmpty()) {
            return ProveContract.run(rules);
        }
        try (var engine = new LocalEngine()) {
            return ProveContract.run(engine, Source.of(world.folder().resolve(data.get())), rules);
        }
    }

    private void print(Proof proof, PrintWriter out) {
        out.println("%s: %d rules, violations planted into %d good rows %s"
                .formatted(
                        contract,
                        proof.results().size(),
                        proof.rows(),
                        proof.drawn()
                                ? "drawn from the rules"
                                : "of " + data.map(Path::toString).orElse("")));
        out.println();
        var grid = new Grid("column", "rule", "", "planted");
        proof.results()
                .forEach(result -> grid.add(List.of(
                        result.demand().subject(),
                        result.demand().rule().label() + ": " + result.demand().text(),
                        result.outcome().label(),
                        Printable.of(result.why()))));
        grid.print(out);
        out.println();
        out.println(Arrays.stream(Outcome.values())
                .filter(outcome -> proof.count(outcome) > 0)
                .map(outcome -> "%d %s".formatted(proof.count(outcome), outcome.label()))
                .collect(Collectors.joining(", ")));
    }

    private Map<String, Object> object(Proof proof) {
        var object = new LinkedHashMap<String, Object>();
        object.put("contract", contract.toString());
        object.put("passed", proof.passed());
        object.put("rows", proof.rows());
        object.put("drawn", proof.drawn());
        for (var outcome : Outcome.values()) {
            object.put(outcome.label(), proof.count(outcome));
        }
        object.put("rules", proof.results().stream().map(ContractProof::object).toList());
        return object;
    }

    private static Map<String, Object> object(Proven result) {
        var object = new LinkedHashMap<String, Object>();
        object.put("column", result.demand().column());
        object.put("name", result.demand().name());
        object.put("rule", result.demand().rule().label());
        object.put("text", result.demand().text());
        object.put("outcome", result.outcome().label());
        object.put("why", result.why());
        return object;
    }
}
