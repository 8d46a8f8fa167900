package dev.slipway.portrait;

import dev.slipway.association.Associations;
import dev.slipway.association.Reading;
import dev.slipway.contract.Contract;
import dev.slipway.profile.Profile;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the portrait of a data set out of what engines found. */
public final class Portraits {
    private Portraits() {}

    /**
     * What a person wants to be shown.
     *
     * @param target the column to be predicted, if that is known
     * @param most how many of the frequent values of a column are listed
     * @param samples how many example rows
     * @param by the column whose values take turns among them
     */
    public record Wish(Optional<String> target, int most, int samples, Optional<String> by) {}

    /**
     * @param source what people call the data
     * @param file how it is named in a command
     */
    public static Portrait of(String source, String file, Looking.Seen seen, Wish wish) {
        var profile = seen.profile();
        var proposed = Contract.infer("data", profile).contract().columns();
        var columns = IntStream.range(0, proposed.size())
                .mapToObj(i -> ColumnPainter.of(profile.columns().get(i), proposed.get(i), wish.most()))
                .toList();
        var kinds = new LinkedHashMap<String, ColumnType>();
        columns.forEach(column -> kinds.put(column.name(), column.kind()));
        var reading = Reading.of(kinds);
        var found = wish.target()
                .map(target -> Associations.of(seen.sample(), reading, target))
                .orElseGet(() -> Associations.of(seen.sample(), reading));
        var painter = new TogetherPainter(found, seen.sample());
        var together = painter.together(kinds);
        var missing = painter.missing();
        var others = TogetherPainter.remarks(together, missing);
        var remarked = columns.stream().map(column -> remarked(column, others)).toList();
        return new Portrait(
                source,
                profile.rows(),
                profile.unreadable(),
                wish.target(),
                remarked,
                missing,
                together,
                wish.samples() == 0
                        ? Optional.empty()
                        : Optional.of(SampleRows.of(seen.sample(), wish.samples(), wish.by())),
                remarks(profile, remarked, others),
                next(file, wish.target()));
    }

    /** The column with what was found out about it together with others. */
    private static ColumnPortrait remarked(ColumnPortrait column, List<Remark> others) {
        var own = others.stream()
                .filter(remark -> remark.column().equals(column.name()))
                .toList();
        return own.isEmpty()
                ? column
                : ColumnRemarks.with(
                        column,
                        Stream.concat(own.stream(), column.remarks().stream()).toList());
    }

    private static List<Remark> remarks(Profile profile, List<ColumnPortrait> columns, List<Remark> others) {
        var remarks = new ArrayList<Remark>();
        if (profile.unreadable() > 0) {
            remarks.add(new Remark(
                    Remark.Weight.DECIDE,
                    "",
                    "unreadable",
                    Figures.count(profile.unreadable(), "record") + " could not be read and no figure counts them"));
        }
        others.stream().filter(remark -> remark.column().isEmpty()).forEach(remarks::add);
        columns.forEach(column -> remarks.addAll(column.remarks()));
        remarks.sort(Comparator.comparing(Remark::weight));
        return remarks;
    }

    private static String next(String file, Optional<String> target) {
        return "slipway contract infer " + quoted(file)
                + target.map(column -> " --target " + quoted(column)).orElse("");
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
