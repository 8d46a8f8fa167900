package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Finding;
import dev.slipway.source.Batch;
import java.time.Instant;
import java.util.List;

/** Holds sheets against a contract by the code that checks files. */
final class Judge {
    /** A moment when everything planted is long ago: a proof is the same on every day. */
    private static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    private final ContractCheck check;

    Judge(Contract contract) {
        check = new ContractCheck(contract).at(NOW);
    }

    List<Finding> findings(Sheet sheet) {
        return check.run(List.of(Batch.of(sheet.table()))).findings();
    }
}
