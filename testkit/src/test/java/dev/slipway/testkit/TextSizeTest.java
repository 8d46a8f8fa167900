package dev.slipway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.Own;
import dev.slipway.transform.OwnStep;
import dev.slipway.transform.Transformer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A step as somebody else writes it and tests it: the example of docs/features.md. */
final class TextSizeTest extends TransformerContract<ByColumn<Nothing>> {
    /** How long each text is. */
    public record TextSize(List<String> columns, int unit) implements OwnStep {
        public TextSize() {
            this(List.of(), 1);
        }

        @Override
        public Table make(Table texts) {
            var sizes = texts.columns().stream()
                    .map(text -> IntegerColumn.of(
                            text.name() + "_size",
                            IntStream.range(0, text.size())
                                    .mapToLong(row -> text.text(row).length() / unit)
                                    .toArray()))
                    .toList();
            return Table.of(sizes, texts.origins());
        }
    }

    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new Own(new TextSize(List.of("port", "sex"), 1));
    }

    @Test
    void a_text_becomes_its_length_in_units() {
        var notes = Table.of(TextColumn.of("note", "", "abc", "abcdef"));

        var sizes = new Own(new TextSize(List.of("note"), 3)).fit(notes).apply(notes);

        assertThat(sizes).isEqualTo(Table.of(IntegerColumn.of("note_size", 0, 1, 2)));
    }
}
