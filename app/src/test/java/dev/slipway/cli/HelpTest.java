package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.wiring.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

class HelpTest {
    @TestFactory
    Stream<DynamicTest> every_command_explains_itself_with_its_exit_codes_and_an_example() {
        return commands(Main.commandLine(Surroundings.real()), List.of())
                .map(words -> DynamicTest.dynamicTest(String.join(" ", words), () -> {
                    var out = new StringWriter();
                    var asked = new ArrayList<>(words);
                    asked.add("--help");

                    int code = Main.run(new PrintWriter(out), new PrintWriter(out), asked.toArray(String[]::new));

                    assertThat(code).isZero();
                    assertThat(out.toString())
                            .contains("Usage: slipway " + String.join(" ", words))
                            .contains("Exit codes:")
                            .contains("\n  slipway " + String.join(" ", words));
                }));
    }

    private static Stream<List<String>> commands(CommandLine line, List<String> words) {
        return line.getSubcommands().entrySet().stream().flatMap(entry -> {
            var longer =
                    Stream.concat(words.stream(), Stream.of(entry.getKey())).toList();
            return Stream.concat(Stream.of(longer), commands(entry.getValue(), longer));
        });
    }
}
