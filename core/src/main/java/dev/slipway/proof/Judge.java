package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Finding;
import dev.slipway.profile.Profile;
import dev.slipway.source.Batch;
import java.time.Instant;
import java.util.List;

/** Holds sheets against a contract by the code that checks files. */
record Judge(ContractCheck check) {
    static Judge of(Contract contract) {
        return new Judge(new ContractCheck(contract));
    }

    /** With a clock for freshness. */
    Judge at(Instant now) {
        return new Judge(check.at(now));
    }

    /** With what distributions are compared with. */
    Judge against(Profile stored) {
        return new Judge(check.against(stored));
    }

    /** All of a few findings; of many, the first. */
    List<Finding> findings(Sheet sheet) {
        return check.run(List.of(Batch.of(sheet.table()))).findings();
    }
}
