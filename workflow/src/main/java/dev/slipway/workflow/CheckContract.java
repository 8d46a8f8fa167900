package dev.slipway.workflow;

import dev.slipway.contract.CheckedRows;
import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.DataRules.Distributions;
import dev.slipway.contract.Report;
import dev.slipway.document.Document;
import dev.slipway.engine.Engine;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Holds data against a contract and names every row that breaks it. */
public final class CheckContract {
    private final Engine engine;

    public CheckContract(Engine engine) {
        this.engine = engine;
    }

    /** The contract in a file. */
    public static Contract read(Path file) {
        if (!Files.exists(file)) {
            throw SlipwayException.missing(
                    "CONTRACT-MISSING",
                    "there is no contract here yet",
                    file.toString(),
                    "infer one and review it: slipway contract infer FILE --out " + file);
        }
        var contract = Contract.read(Document.yaml(file));
        // A profile is named as it is seen from the contract.
        return contract.rules().distributions().stream()
                .map(asked -> contract.with(contract.rules().withDistributions(seenFrom(file, asked))))
                .findFirst()
                .orElse(contract);
    }

    private static Distributions seenFrom(Path contract, Distributions asked) {
        return new Distributions(
                contract.resolveSibling(asked.profile()).toString(), asked.columns(), asked.severity());
    }

    private static Profile profile(Distributions asked) {
        var file = Path.of(asked.profile());
        if (!Files.exists(file)) {
            throw SlipwayException.missing(
                    "PROFILE-MISSING",
                    "there is no profile here that the contract could compare distributions with",
                    file.toString(),
                    "store one of data that are as they should be: slipway profile FILE --store " + file);
        }
        return Profile.read(Document.json(file));
    }

    /** Everything that is wrong with the source; no row at all is wrong too. */
    public Report check(Source source, Contract contract) {
        var report = report(source, contract);
        if (report.rows() == 0) {
            throw SlipwayException.refused(
                    "SOURCE-NO-ROWS",
                    "there is a header and no row",
                    source.name(),
                    "check what wrote the file: no row is no evidence");
        }
        return report;
    }

    Report report(Source source, Contract contract) {
        return whole(contract).run(engine, source);
    }

    /** Everything that is wrong with the source, and its rows as the contract types them, read once. */
    CheckedRows rows(Source source, Contract contract) {
        return whole(contract).keep(engine, source);
    }

    private static ContractCheck whole(Contract contract) {
        var check = new ContractCheck(contract).at(Instant.now());
        return contract.rules().distributions().stream()
                .map(asked -> check.against(profile(asked)))
                .findFirst()
                .orElse(check);
    }

    /**
     * Sets the bad rows aside: good.csv has the good ones as they were written, bad.csv the others with their line and
     * reason, unreadable.csv the records that are no rows. Together they are all records of the source.
     *
     * @param replace whether files of an earlier time may go
     */
    public void quarantine(Source source, Report report, Path folder, boolean replace) {
        new Quarantine(engine, source, report).write(folder, replace);
    }
}
