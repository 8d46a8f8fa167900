package dev.slipway.contract;

import dev.slipway.document.Document;
import dev.slipway.profile.Profile;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a data set must be. Its columns may come in any order.
 *
 * @param extra what becomes of columns that it does not name
 */
public record Contract(String name, Extra extra, List<ContractColumn> columns) implements Serializable {
    public Contract {
        columns = List.copyOf(columns);
        var names = new HashSet<String>();
        for (var column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("two columns are called '" + column.name() + "'");
            }
        }
    }

    /** A contract that data like this keeps, and remarks on everything a person has to decide. */
    public static Inferred infer(String name, Profile profile) {
        return new Inference(name, profile).inferred();
    }

    /** The contract in a YAML document; everything wrong with it is thrown at once. */
    public static Contract read(Document yaml) {
        return ContractText.read(yaml);
    }

    /** YAML for people to review: one line for each column. */
    public String yaml() {
        return ContractText.write(this, List.of());
    }

    public List<String> names() {
        return columns.stream().map(ContractColumn::name).toList();
    }

    public Optional<ContractColumn> find(String column) {
        return columns.stream().filter(known -> known.name().equals(column)).findFirst();
    }

    /** This contract with the column in the place of the one of its name, or behind the others. */
    public Contract with(ContractColumn changed) {
        var all = columns.stream()
                .map(column -> column.name().equals(changed.name()) ? changed : column)
                .toList();
        boolean known = find(changed.name()).isPresent();
        return new Contract(
                name,
                extra,
                known ? all : Stream.concat(all.stream(), Stream.of(changed)).toList());
    }

    /** The columns that typed tables have, in order. */
    Stream<ContractColumn> checked() {
        return columns.stream().filter(ContractColumn::isChecked);
    }

    /** Types the table and looks at every rule that a row can break alone. */
    public Examined examine(Table raw) {
        return new Examiner(this).examine(raw);
    }

    /**
     * What a request for a prediction must be: the inputs keep their rules, except uniqueness, which is about whole data sets;
     * every other column may come or not, and nothing is asked of it.
     */
    public Contract forServing(Set<String> inputs) {
        return new Contract(
                name,
                extra,
                columns.stream()
                        .map(column -> inputs.contains(column.name()) ? column.withUnique(false) : free(column))
                        .toList());
    }

    private static ContractColumn free(ContractColumn column) {
        return ContractColumn.of(column.name(), ColumnType.TEXT)
                .withRequired(false)
                .withMissing(1)
                .withRole(Role.IGNORE);
    }
}
