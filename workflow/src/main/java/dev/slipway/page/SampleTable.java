package dev.slipway.page;

import dev.slipway.portrait.Figures;
import dev.slipway.portrait.Portrait;

/** Some rows as they are. */
record SampleTable(Portrait portrait) {
    private static final int VALUE = 80;

    void draw(Markup page) {
        portrait.samples().ifPresent(samples -> {
            page.open("section", "id", "samples").leaf("h2", "Samples");
            page.open("div", "class", "scroll").open("table", "class", "samples");
            page.open("thead").open("tr").leaf("th", "row", "scope", "col");
            samples.columns()
                    .forEach(name -> page.open("th", "scope", "col")
                            .leaf("bdi", Words.cut(name, Words.SHORT))
                            .close());
            page.close().close().open("tbody");
            for (var row : samples.rows()) {
                page.open("tr").leaf("th", Figures.count(row.record()), "scope", "row");
                for (var value : row.values()) {
                    page.open("td")
                            .leaf("bdi", value.isEmpty() ? "" : Words.cut(value, VALUE))
                            .close();
                }
                page.close();
            }
            page.close().close().close().close();
        });
    }
}
