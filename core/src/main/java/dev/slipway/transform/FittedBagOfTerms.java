package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A vector of weighted terms in the place of each column, under its name; a place is called {@code message=free}. */
public record FittedBagOfTerms(List<Vocabulary> vocabularies, Grams grams, BagOfTerms.Weighting weighting)
        implements FittedTransformer {
    public FittedBagOfTerms {
        vocabularies = List.copyOf(vocabularies);
    }

    @Override
    public Table apply(Table input) {
        var changed = new ArrayList<Column>();
        for (var vocabulary : vocabularies) {
            input.find(vocabulary.column()).ifPresent(column -> changed.add(vectors(column, vocabulary)));
        }
        return input.with(changed);
    }

    private Column vectors(Column column, Vocabulary vocabulary) {
        var rows = new VectorRows(column.size(), weighting.normalised());
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                grams.each(column.text(row), term -> vocabulary.add(term, rows));
            }
            rows.end((place, count) -> vocabulary.weight(place) * frequency(count));
        }
        return rows.column(column.name(), vocabulary.terms());
    }

    private double frequency(int count) {
        return weighting.sublinear() ? 1 + StrictMath.log(count) : count;
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }
}
