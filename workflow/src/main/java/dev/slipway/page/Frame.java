package dev.slipway.page;

/** What every page has around its content: a head that forbids everything but this page's own style and script. */
final class Frame {
    private static final Resource STYLE = Resource.of("page.css");
    private static final Resource SCRIPT = Resource.of("page.js");

    private Frame() {}

    static void open(Markup page, String title) {
        page.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; base-uri 'none'; form-action 'none'; style-src %s; script-src %s"
                        .formatted(STYLE.permission(), SCRIPT.permission()));
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.empty("meta", "name", "generator", "content", "slipway");
        page.leaf("title", title).trusted("style", STYLE.text()).close();
        page.open("body");
    }

    static String close(Markup page) {
        page.trusted("script", SCRIPT.text()).close().close();
        return "<!DOCTYPE html>\n" + page.finish() + "\n";
    }
}
