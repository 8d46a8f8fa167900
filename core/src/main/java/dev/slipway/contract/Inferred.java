package dev.slipway.contract;

import java.util.List;

/** A contract read off some data, and what a person should look at before trusting it. */
public record Inferred(Contract contract, List<Remark> remarks) {
    /** Something about a column that a machine cannot decide. */
    public record Remark(String column, String text) {}

    public Inferred {
        remarks = List.copyOf(remarks);
    }

    /** The contract as YAML, each remark a comment above its column. */
    public String yaml() {
        return ContractWriter.write(contract, remarks);
    }
}
