package dev.slipway.cli;

import dev.slipway.likeness.Group;
import dev.slipway.workflow.ExplainErrors;
import dev.slipway.workflow.ExplainFlips;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What marked rows have in common, in a terminal of 100 columns. */
final class GroupsScreen {
    private GroupsScreen() {}

    static void print(PrintWriter out, ExplainErrors.Answer answer) {
        var errors = answer.errors();
        out.println("%s on %,d rows of %s"
                .formatted(
                        ModelScreen.name(answer.model(), answer.version(), answer.run()),
                        errors.rows(),
                        answer.data()));
        Shown.basis(out, answer.basis());
        out.println("the worst %,d rows carry %s of the loss".formatted(errors.worst(), percent(errors.share())));
        groups(out, errors.groups(), "bad", "The worst rows have nothing in common that chance would not explain");
        out.println();
        out.println("The worst rows");
        var grid = new Grid("row", "truth", "answered", "loss");
        for (int place = 0; place < errors.first().size(); place++) {
            var bad = errors.first().get(place);
            grid.add(List.of(
                    answer.where().get(place),
                    ModelScreen.cut(bad.truth()),
                    Shown.number(bad.answer()),
                    Shown.number(bad.loss())));
        }
        grid.print(out);
    }

    static void print(PrintWriter out, ExplainFlips.Answer answer) {
        var flips = answer.flips();
        out.println("%s answers %,d of %,d rows of %s otherwise than %s"
                .formatted(answer.after(), flips.flipped(), flips.rows(), answer.data(), answer.before()));
        Shown.basis(out, answer.basis());
        if (flips.flipped() == 0) {
            return;
        }
        groups(out, flips.groups(), "flipped", "The flipped rows have nothing in common that chance would not explain");
        out.println();
        out.println("Those that moved furthest");
        var grid = new Grid("row", "before", "after", "moved");
        for (int place = 0; place < flips.first().size(); place++) {
            var flip = flips.first().get(place);
            grid.add(List.of(
                    answer.where().get(place),
                    ModelScreen.cut(flip.before()),
                    ModelScreen.cut(flip.after()),
                    Shown.number(flip.moved())));
        }
        grid.print(out);
    }

    private static void groups(PrintWriter out, List<Group> groups, String marked, String none) {
        out.println();
        if (groups.isEmpty()) {
            out.println(none);
            return;
        }
        out.println("What they have in common");
        var grid = new Grid("rows where", "rows", marked, "share", "times as often", "95 % from", "to");
        for (var group : groups) {
            grid.add(List.of(
                    group.text(),
                    Integer.toString(group.rows()),
                    Integer.toString(group.marked()),
                    percent(group.share()),
                    times(group.lift()),
                    times(group.low()),
                    times(group.high())));
        }
        grid.print(out);
    }

    private static String times(double lift) {
        return String.format(Locale.ROOT, "%.1f", lift);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
