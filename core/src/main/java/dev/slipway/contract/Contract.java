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
 * @param owner who answers for it; empty if nobody is named
 * @param extra what becomes of columns that it does not name
 * @param rules what is asked beyond single cells
 */
public record Contract(String name, String owner, Extra extra, List<ContractColumn> columns, DataRules rules)
        implements Serializable {
    public Contract {
        columns = List.copyOf(columns);
        var names = new HashSet<String>();
        for (var column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("two columns are called '" + column.name() + "'");
            }
        }
    }

    /** A contract of columns alone. */
    public Contract(String name, Extra extra, List<ContractColumn> columns) {
        this(name, "", extra, columns, DataRules.NONE);
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
        return ContractWriter.write(this, List.of());
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
                owner,
                extra,
                known ? all : Stream.concat(all.stream(), Stream.of(changed)).toList(),
                rules);
    }

    /** This contract with these rules beyond single cells. */
    public Contract with(DataRules asked) {
        return new Contract(name, owner, extra, columns, asked);
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
     * What a request for a prediction must be: the inputs keep their rules, except those about whole data sets; so do the rules of
     * rows that are about inputs alone. Every other column may come or not, and nothing is asked of it.
     */
    public Contract forServing(Set<String> inputs) {
        var ofRows = rules.ofRows();
        return new Contract(
                name,
                owner,
                extra,
                columns.stream()
                        .map(column -> inputs.contains(column.name()) ? column.withUnique(false) : free(column))
                        .toList(),
                ofRows.withConditions(ofRows.conditions().stream()
                                .filter(condition -> inputs.containsAll(
                                        condition.expression().columns()))
                                .toList())
                        .withDependencies(ofRows.dependencies().stream()
                                .filter(dependency -> inputs.containsAll(List.of(dependency.from(), dependency.to())))
                                .toList()));
    }

    private static ContractColumn free(ContractColumn column) {
        return ContractColumn.of(column.name(), ColumnType.TEXT)
                .withRequired(false)
                .withMissing(1)
                .withRole(Role.IGNORE);
    }
}
