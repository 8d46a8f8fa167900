package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.cli.Main;
import dev.slipway.wiring.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The documents tell the truth: code that compiles, links that lead somewhere, commands that exist. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");
    private static final Checkout CHECKOUT = Checkout.here();

    @Test
    void java_in_the_documents_stands_word_for_word_in_a_test() {
        String tests = CHECKOUT.modules().stream()
                .flatMap(module -> CHECKOUT.java(module, "test").stream())
                .map(file -> oneSpace(Checkout.read(file)))
                .collect(Collectors.joining("\n"));

        assertThat(CHECKOUT.documents()).isNotEmpty();
        for (Path document : CHECKOUT.documents()) {
            for (String block : Fences.of(Checkout.read(document), "java")) {
                assertThat(tests).as("in " + document).contains(oneSpace(block));
            }
        }
    }

    @Test
    void tests_named_in_the_documents_exist() {
        var tests = CHECKOUT.modules().stream()
                .flatMap(module -> CHECKOUT.java(module, "test").stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        var named = CHECKOUT.documents().stream()
                .flatMap(document -> TEST.matcher(Checkout.read(document)).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(tests);
    }

    @Test
    void links_between_documents_lead_somewhere() {
        var broken = CHECKOUT.documents().stream()
                .flatMap(document -> links(document)
                        .filter(link -> !Files.exists(document.resolveSibling(link)))
                        .map(link -> document + " → " + link))
                .toList();

        assertThat(broken).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> commands_in_the_documents_are_commands_of_the_program() {
        return CHECKOUT.documents().stream()
                .flatMap(document -> Fences.of(Checkout.read(document), "sh").stream()
                        .flatMap(block -> ShellCommands.slipway(block).stream())
                        .map(words -> DynamicTest.dynamicTest(
                                document.getFileName() + ": slipway " + String.join(" ", words),
                                () -> assertThatCode(() -> Main.commandLine(Surroundings.real())
                                                .parseArgs(words.toArray(String[]::new)))
                                        .as("in " + document)
                                        .doesNotThrowAnyException())));
    }

    @Test
    void every_package_says_what_it_is() {
        var silent = CHECKOUT.modules().stream()
                .flatMap(module -> CHECKOUT.java(module, "main").stream())
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !speaks(folder.resolve("package-info.java")))
                .toList();

        assertThat(silent)
                .as("packages without a package-info.java that has Javadoc and @NullMarked")
                .isEmpty();
    }

    private static boolean speaks(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        String text = Checkout.read(packageInfo);
        return text.startsWith("/**") && text.contains("@NullMarked");
    }

    private static Stream<String> links(Path document) {
        return LINK.matcher(Fences.without(Checkout.read(document)))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.startsWith("#") && !link.matches("[a-z]+:.*"))
                .map(link -> List.of(link.split("#", 2)).get(0));
    }

    private static String oneSpace(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
