package dev.slipway.page;

import dev.slipway.portrait.ColumnPortrait;
import dev.slipway.portrait.Figures;
import dev.slipway.portrait.Portrait;
import dev.slipway.portrait.Remark;
import java.util.List;
import java.util.function.Predicate;

/** A portrait as one page for a browser, a printer or a mail: nothing is fetched, nothing of the data can run. */
public final class PortraitPage {
    /** Columns with a card of their own; beyond, a page would take a browser's memory. */
    static final int CARDS = 400;

    /** Columns with a line in the overview. */
    static final int LINES = 2_000;

    private static final int REMARKS = 60;

    private final Portrait portrait;
    private final Markup page = new Markup();

    private PortraitPage(Portrait portrait) {
        this.portrait = portrait;
    }

    /** The whole file. */
    public static String of(Portrait portrait) {
        return new PortraitPage(portrait).write();
    }

    private String write() {
        Frame.open(page, Words.cut(portrait.source(), Words.LONG) + " · profile");
        page.open("header").open("div", "class", "inner");
        page.leaf("p", "profile", "class", "kicker");
        page.open("h1").leaf("bdi", Words.cut(name(), 120)).close();
        page.leaf("p", subtitle(), "class", "subtitle");
        page.close().close();
        navigation();
        page.open("main");
        tiles();
        remarks();
        new ColumnTable(portrait, LINES).draw(page);
        new TogetherSections(portrait).draw(page);
        cards();
        new SampleTable(portrait).draw(page);
        foot();
        page.close();
        return Frame.close(page);
    }

    /** The file without its folders. */
    private String name() {
        var source = portrait.source();
        int slash = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'));
        return slash < 0 || slash == source.length() - 1 ? source : source.substring(slash + 1);
    }

    private String subtitle() {
        return "%s%s, %s%s%s"
                .formatted(
                        name().equals(portrait.source()) ? "" : Words.cut(portrait.source(), Words.LONG) + " · ",
                        Figures.count(portrait.rows(), "row"),
                        Figures.count(portrait.columns().size(), "column"),
                        portrait.unreadable() == 0
                                ? ""
                                : ", " + Figures.count(portrait.unreadable(), "record") + " unreadable",
                        portrait.target()
                                .map(target -> ", to predict: " + Words.cut(target, Words.SHORT))
                                .orElse(""));
    }

    private void navigation() {
        page.open("nav", "aria-label", "on this page").open("div", "class", "inner");
        if (!portrait.remarks().isEmpty()) {
            link("remarks", "worth a look");
        }
        link("columns", "columns");
        TogetherSections.names(portrait).forEach(this::link);
        link("cards", "each column");
        if (portrait.samples().isPresent()) {
            link("samples", "samples");
        }
        page.close().close();
    }

    private void link(String id, String text) {
        page.leaf("a", text, "href", "#" + id);
    }

    private void tiles() {
        double cells = (double) portrait.rows() * portrait.columns().size();
        page.open("section", "class", "tiles", "aria-label", "in short");
        tile(Figures.count(portrait.rows()), "rows");
        tile(Figures.count(portrait.columns().size()), "columns");
        tile(Figures.share(cells == 0 ? 0 : portrait.missingCells() / cells), "of the values missing");
        tile(Figures.count(kinds(column -> column.kind().quantity())), "of numbers");
        tile(Figures.count(kinds(column -> column.kind().textual())), "of words");
        tile(Figures.count(portrait.unreadable()), "records unreadable");
        page.close();
    }

    private long kinds(Predicate<ColumnPortrait> which) {
        return portrait.columns().stream().filter(which).count();
    }

    private void tile(String figure, String name) {
        page.open("div", "class", "tile")
                .leaf("strong", figure)
                .leaf("span", name)
                .close();
    }

    private void remarks() {
        if (portrait.remarks().isEmpty()) {
            return;
        }
        page.open("section", "id", "remarks").leaf("h2", "Worth a look").open("ul", "class", "remarks");
        portrait.remarks().stream().limit(REMARKS).forEach(this::remark);
        page.close();
        if (portrait.remarks().size() > REMARKS) {
            page.leaf(
                    "p",
                    "and %s more: see the columns"
                            .formatted(Figures.count(portrait.remarks().size() - REMARKS)),
                    "class",
                    "soft");
        }
        page.close();
    }

    private void remark(Remark remark) {
        page.open("li", "class", remark.weight().label());
        page.leaf("span", remark.brief(), "class", "brief");
        if (!remark.column().isEmpty()) {
            page.open("a", "href", "#" + anchor(remark.column()))
                    .leaf("bdi", Words.cut(remark.column(), Words.SHORT))
                    .close();
        }
        page.leaf("span", Words.cut(remark.text(), 2 * Words.LONG), "class", "text");
        page.close();
    }

    private String anchor(String column) {
        for (int i = 0; i < portrait.columns().size(); i++) {
            if (portrait.columns().get(i).name().equals(column)) {
                return ColumnCard.anchor(i, portrait.columns().size());
            }
        }
        return "columns";
    }

    private void cards() {
        List<ColumnPortrait> columns = portrait.columns();
        page.open("section", "id", "cards").leaf("h2", "Each column").open("div", "class", "cards");
        for (int i = 0; i < Math.min(CARDS, columns.size()); i++) {
            new ColumnCard(columns.get(i), i, portrait.target()).draw(page);
        }
        page.close();
        if (columns.size() > CARDS) {
            page.leaf(
                    "p",
                    "%s more columns have no card here; slipway profile FILE --json has everything"
                            .formatted(Figures.count(columns.size() - CARDS)),
                    "class",
                    "soft");
        }
        page.close();
    }

    private void foot() {
        page.open("footer")
                .text("Figures are of all rows and exact unless they begin with ≈. Go on with ")
                .leaf("code", Words.cut(portrait.next(), Words.LONG))
                .close();
    }
}
