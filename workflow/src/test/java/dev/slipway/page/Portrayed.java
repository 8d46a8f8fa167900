package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.local.LocalEngine;
import dev.slipway.portrait.Portrait;
import dev.slipway.portrait.Portraits;
import dev.slipway.source.Source;
import dev.slipway.testkit.TravellingEngine;
import dev.slipway.workflow.ProfileData;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Data, their portrait and the page of it, read as strictly as a reader can. */
record Portrayed(Portrait portrait, String html) {
    private static final Set<String> RUNNING =
            Set.of("script", "iframe", "object", "embed", "link", "img", "base", "form");

    /** Nothing special is wanted. */
    static final Portraits.Wish PLAIN = new Portraits.Wish(Optional.empty(), 10, 0, Optional.empty());

    static Portrayed of(Path folder, String csv, String... target) throws IOException {
        var file = Files.writeString(folder.resolve("data.csv"), csv);
        try (var engine = new LocalEngine(2)) {
            var portrait = new ProfileData(new TravellingEngine(engine))
                    .portrait(
                            Source.of(file),
                            "data.csv",
                            new Portraits.Wish(List.of(target).stream().findFirst(), 10, 3, Optional.empty()));
            return new Portrayed(portrait, PortraitPage.of(portrait));
        }
    }

    /** Every element of the page; a page that is not well-formed has none. */
    List<Element> elements() {
        var all = new ArrayList<Element>();
        var nodes = xml().getElementsByTagName("*");
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    private Document xml() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    Optional<Element> element(String id) {
        return elements().stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst();
    }

    /** Nothing is fetched, nothing of the data runs. */
    void assertInert() {
        var scripts = elements().stream()
                .filter(element -> RUNNING.contains(element.getTagName().toLowerCase(Locale.ROOT)))
                .map(Element::getTagName)
                .toList();
        assertThat(scripts).as("elements that can run or fetch").containsExactly("script");
        for (var element : elements()) {
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                var name = attributes.item(i).getNodeName();
                var value = attributes.item(i).getNodeValue();
                assertThat(name).doesNotStartWith("on").isNotIn("src", "style", "srcset", "action", "formaction");
                if (name.equals("href")) {
                    assertThat(value).startsWith("#");
                }
            }
        }
    }
}
