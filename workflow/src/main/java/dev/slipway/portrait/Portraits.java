package dev.slipway.portrait;

import dev.slipway.contract.Contract;
import dev.slipway.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the portrait of a data set out of what engines found. */
public final class Portraits {
    private Portraits() {}

    /**
     * @param source what people call the data
     * @param file how it is named in a command
     * @param most how many of the frequent values of a column are listed
     */
    public static Portrait of(String source, String file, Profile profile, Optional<String> target, int most) {
        var proposed = Contract.infer("data", profile).contract().columns();
        var columns = IntStream.range(0, proposed.size())
                .mapToObj(i -> ColumnPainter.of(profile.columns().get(i), proposed.get(i), most))
                .toList();
        return new Portrait(
                source,
                profile.rows(),
                profile.unreadable(),
                target,
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                remarks(profile, columns),
                next(file, target));
    }

    private static List<Remark> remarks(Profile profile, List<ColumnPortrait> columns) {
        var remarks = new ArrayList<Remark>();
        if (profile.unreadable() > 0) {
            remarks.add(new Remark(
                    Remark.Weight.DECIDE,
                    "",
                    "unreadable",
                    Figures.count(profile.unreadable(), "record") + " could not be read and no figure counts them"));
        }
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
