package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Inferred;
import dev.slipway.contract.Role;
import dev.slipway.engine.Engine;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Source;
import java.util.Optional;

/** Proposes a contract that data like these keep, for a person to review. */
public final class InferContract {
    /**
     * What was seen and what is proposed.
     *
     * @param profile of the whole source
     */
    public record Proposal(Profile profile, Inferred inferred) {}

    private InferContract() {}

    /**
     * @param target the column that is predicted
     * @param reward the column that says what a row brought
     */
    public static Proposal run(
            Engine engine, Source source, String name, Optional<String> target, Optional<String> reward) {
        if (target.isPresent() && target.equals(reward)) {
            throw SlipwayException.usage(
                    "CONTRACT-ROLES",
                    "'%s' cannot be what is predicted and what it brought".formatted(target.get()),
                    "--reward",
                    "name another column, or leave --reward out");
        }
        var profile = NoRows.refused(engine, source, engine.fold(source, new Profiling()));
        var inferred = Contract.infer(name, profile);
        var contract = inferred.contract();
        for (var column : contract.columns()) {
            contract = column.unique() ? contract.with(column.withRole(Role.KEY)) : contract;
        }
        contract = withRole(contract, target, Role.TARGET, "--target");
        contract = withRole(contract, reward, Role.REWARD, "--reward");
        return new Proposal(profile, new Inferred(contract, inferred.remarks()));
    }

    private static Contract withRole(Contract contract, Optional<String> name, Role role, String option) {
        return name.map(wanted -> contract.with(column(contract, wanted, option).withRole(role)))
                .orElse(contract);
    }

    private static ContractColumn column(Contract contract, String name, String option) {
        return contract.find(name)
                .orElseThrow(() -> SlipwayException.usage(
                        "CONTRACT-NO-COLUMN",
                        "there is no column '%s'%s".formatted(name, Nearest.hint(name, contract.names())),
                        option,
                        "use one of: " + String.join(", ", contract.names())));
    }
}
