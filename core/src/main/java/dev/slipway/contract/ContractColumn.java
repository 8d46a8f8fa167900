package dev.slipway.contract;

import dev.slipway.table.ColumnType;
import java.io.Serializable;
import java.util.List;

/**
 * What one column must be.
 *
 * @param required whether the column must be there at all
 * @param missing the largest share of rows, 0 to 1, that may lack a value; 0 means none, and every row that does is named
 * @param nullTokens texts that mean a missing value; the empty text is one unless the list leaves it out
 * @param range of numbers and timestamps; {@link Range#OPEN} asks nothing
 * @param set the allowed values as text; empty asks nothing
 * @param unique whether no value may come twice
 * @param unit for people; empty if there is none
 * @param description for people; empty if there is none
 */
public record ContractColumn(
        String name,
        ColumnType type,
        boolean required,
        double missing,
        List<String> nullTokens,
        Range range,
        List<String> set,
        boolean unique,
        String unit,
        Role role,
        String description)
        implements Serializable {
    /** The empty text alone. */
    public static final List<String> EMPTY_IS_NULL = List.of("");

    public ContractColumn {
        nullTokens = List.copyOf(nullTokens);
        set = List.copyOf(set);
        if (!(missing >= 0 && missing <= 1)) {
            throw new IllegalArgumentException("missing share %s is outside 0 to 1".formatted(missing));
        }
    }

    /** A required column of this type, always present, with no other rule. */
    public static ContractColumn of(String name, ColumnType type) {
        return new ContractColumn(
                name, type, true, 0, EMPTY_IS_NULL, Range.OPEN, List.of(), false, "", Role.FEATURE, "");
    }

    public ContractColumn withRequired(boolean must) {
        return new ContractColumn(name, type, must, missing, nullTokens, range, set, unique, unit, role, description);
    }

    public ContractColumn withMissing(double share) {
        return new ContractColumn(name, type, required, share, nullTokens, range, set, unique, unit, role, description);
    }

    public ContractColumn withNullTokens(List<String> tokens) {
        return new ContractColumn(name, type, required, missing, tokens, range, set, unique, unit, role, description);
    }

    public ContractColumn withRange(double min, double max) {
        return new ContractColumn(
                name, type, required, missing, nullTokens, new Range(min, max), set, unique, unit, role, description);
    }

    public ContractColumn withSet(List<String> allowed) {
        return new ContractColumn(
                name, type, required, missing, nullTokens, range, allowed, unique, unit, role, description);
    }

    public ContractColumn withUnique(boolean only) {
        return new ContractColumn(name, type, required, missing, nullTokens, range, set, only, unit, role, description);
    }

    public ContractColumn withRole(Role newRole) {
        return new ContractColumn(
                name, type, required, missing, nullTokens, range, set, unique, unit, newRole, description);
    }

    /** Whether anything is asked of the values. */
    public boolean isChecked() {
        return role != Role.IGNORE;
    }
}
