package dev.slipway.cli;

import dev.slipway.explain.Contribution;
import dev.slipway.explain.Contributions;
import dev.slipway.problem.Printable;
import dev.slipway.shapley.Shares.Share;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each column added to one answer, in a terminal of 100 columns. */
final class SharesScreen {
    private static final int COLUMNS = 15;
    private static final int NAME = 20;
    private static final int BAR = 12;
    private static final int PARTS = 2;
    private static final int LONGEST = 34;
    private static final int WIDTH = 98;
    private static final int MANY = 20;
    private static final int TEXTS = 2;
    private static final int WORDS = 5;

    private SharesScreen() {}

    /**
     * @param what was shared out: the margin, a probability, an answer
     * @param raw the value of each column, as it is shown
     */
    static void print(PrintWriter out, String what, Contributions margin, Map<String, String> raw) {
        out.println();
        out.println("What each column adds to the %s of '%s'".formatted(what, Printable.of(margin.label())));
        var columns = margin.columns();
        double largest = columns.stream()
                .mapToDouble(each -> Math.abs(each.amount()))
                .max()
                .orElse(0);
        var grid = new Grid("column", "value", "adds", "", "of which");
        grid.add(List.of("(base)", "", signed(margin.base()), "", ""));
        columns.stream().limit(COLUMNS).forEach(each -> grid.add(row(each, raw, largest)));
        if (columns.size() > COLUMNS) {
            double rest = columns.stream()
                    .skip(COLUMNS)
                    .mapToDouble(Contribution::amount)
                    .sum();
            var name = "(%d more)".formatted(columns.size() - COLUMNS);
            grid.add(List.of(name, "", signed(rest), Bars.of(rest, largest, BAR), ""));
        }
        grid.add(List.of("(%s)".formatted(what), "", signed(margin.margin()), "", ""));
        grid.print(out);
        columns.stream().filter(each -> each.parts().size() > MANY).limit(TEXTS).forEach(each -> words(out, each));
    }

    /** Of a column that became very many numbers, such as the words of a text, those that added most. */
    private static void words(PrintWriter out, Contribution contribution) {
        var line =
                "  the most of %s: %s".formatted(ModelScreen.cut(contribution.name(), NAME), told(contribution, WORDS));
        out.println(ModelScreen.cut(Printable.of(line.replace('\n', ' ')), WIDTH));
    }

    private static String told(Contribution contribution, int most) {
        return contribution.parts().stream()
                .filter(part -> part.amount() != 0)
                .limit(most)
                .map(part -> "%s %s".formatted(ModelScreen.cut(named(part, contribution), NAME), signed(part.amount())))
                .collect(Collectors.joining(", "));
    }

    private static List<String> row(Contribution contribution, Map<String, String> raw, double largest) {
        var values = contribution.columns().stream()
                .map(column -> raw.getOrDefault(column, ""))
                .collect(Collectors.joining(", "));
        return List.of(
                ModelScreen.cut(contribution.name(), NAME),
                ModelScreen.cut(values, NAME),
                signed(contribution.amount()),
                Bars.of(contribution.amount(), largest, BAR),
                ModelScreen.cut(parts(contribution), LONGEST));
    }

    /** The largest of what the model read in the place of the column, where that was more than the column. */
    private static String parts(Contribution contribution) {
        var parts = contribution.parts();
        if (parts.size() == 1
                && contribution.columns().equals(List.of(parts.get(0).feature()))) {
            return "";
        }
        var told = told(contribution, PARTS);
        return parts.size() > PARTS ? told + ", …" : told;
    }

    /** As in {@code inside} for {@code cabin=inside}, where the column is named before. */
    private static String named(Share part, Contribution contribution) {
        var start = contribution.name() + "=";
        return part.feature().startsWith(start) ? part.feature().substring(start.length()) : part.feature();
    }

    private static String signed(double amount) {
        return String.format(Locale.ROOT, "%+.4f", amount);
    }
}
