package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Finding;
import dev.slipway.source.Batch;
import java.util.List;

/** Holds sheets against a contract by the code that checks files. */
final class Judge {
    private final ContractCheck check;

    Judge(Contract contract) {
        check = new ContractCheck(contract);
    }

    List<Finding> findings(Sheet sheet) {
        return check.finish(check.of(Batch.of(sheet.table()))).findings();
    }
}
