package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parsers in Java: compiled here, put into a jar, and found in the folder that somebody names. */
final class PluginsTest {
    private static final String SHOUTED = """
            package acme;

            import dev.slipway.source.TableParser;
            import dev.slipway.table.Misread;
            import dev.slipway.table.Table;
            import dev.slipway.table.TextColumn;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            /** Reads names that a till shouts, such as ANN!. */
            public final class Shouted implements TableParser {
                @Override
                public String name() {
                    return "shouted";
                }

                @Override
                public Table parse(Table raw) {
                    var name = raw.column("name");
                    var calm = new String[raw.rows()];
                    Map<Integer, List<Misread>> misread = new HashMap<>();
                    for (int row = 0; row < calm.length; row++) {
                        var text = name.text(row);
                        boolean shouted = text.endsWith("!");
                        calm[row] = shouted ? text.toLowerCase().replace("!", "") : text;
                        if (!shouted) {
                            misread.put(row, List.of(new Misread("name", text, "parser 'shouted' expects a shout")));
                        }
                    }
                    var columns = raw.with(TextColumn.of("name", calm)).columns();
                    return Table.of(columns, raw.origins().withMisread(misread));
                }
            }
            """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() throws IOException {
        desk = new Desk(folder);
        desk.file("slipway.yaml", "data: {train: {file: till.csv, parser: shouted}, target: y}\n");
        desk.file("contract.yaml", """
                name: till
                columns:
                  name: {type: text}
                  y: {type: integer}
                """);
        desk.file("till.csv", "name,y\nANN!,1\nbob,2\n");
    }

    private void jar(String className, String code, String service) throws IOException {
        jar(className, code, "dev.slipway.source.TableParser", service);
    }

    private void jar(String className, String code, String offered, String service) throws IOException {
        var sources = Files.createDirectories(folder.resolve("src").resolve("acme"));
        var source = Files.writeString(sources.resolve(className + ".java"), code);
        var compiled = Files.createDirectories(folder.resolve("classes"));
        var errors = new ByteArrayOutputStream();
        int failed = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        errors,
                        errors,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        compiled.toString(),
                        source.toString());
        assertThat(failed).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        var plugins = Files.createDirectories(folder.resolve("plugins"));
        try (var jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("acme.jar")))) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + offered));
            jar.write(service.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry("acme/" + className + ".class"));
            jar.write(Files.readAllBytes(compiled.resolve("acme").resolve(className + ".class")));
        }
    }

    @Test
    void a_parser_in_a_jar_of_the_named_folder_reads_files() throws IOException {
        jar("Shouted", SHOUTED, "acme.Shouted");

        desk.set("SLIPWAY_PLUGINS", "plugins");
        var parsed = desk.slipway("parse", "till.csv", "--parser", "shouted", "--out", "calm.csv");
        var checked = desk.slipway("contract", "check", "till.csv", "--parser", "shouted");

        assertThat(parsed.out()).contains("till.csv, row 2 (line 3), column 'name': 'bob'");
        assertThat(desk.text("calm.csv")).isEqualToIgnoringNewLines("name,y\nann,1\nbob,2\n");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("name is 'bob', and parser 'shouted' expects a shout");
    }

    @Test
    void a_plugins_folder_in_the_project_is_not_looked_at_unless_somebody_names_it() throws IOException {
        jar("Shouted", SHOUTED, "acme.Shouted");

        var seen = desk.slipway("parse", "till.csv", "--parser", "shouted");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err()).contains("there is no parser 'shouted'").contains("SLIPWAY_PLUGINS=DIR");
    }

    @Test
    void a_jar_that_cannot_be_used_is_a_problem() throws IOException {
        jar("Shouted", SHOUTED, "acme.Missing");
        desk.set("SLIPWAY_PLUGINS", "plugins");

        var seen = desk.slipway("parse", "till.csv", "--parser", "shouted");

        assertThat(seen.code()).isEqualTo(3);
        assertThat(seen.err()).contains("PLUGINS-FAILED").contains("acme.Missing");
    }

    @Test
    void a_parser_that_throws_is_a_problem_that_names_it_and_the_rows() throws IOException {
        jar("Broken", """
                package acme;

                import dev.slipway.source.TableParser;
                import dev.slipway.table.Table;

                public final class Broken implements TableParser {
                    public String name() {
                        return "shouted";
                    }

                    public Table parse(Table raw) {
                        throw new IllegalStateException("it broke");
                    }
                }
                """, "acme.Broken");
        desk.set("SLIPWAY_PLUGINS", "plugins");

        var seen = desk.slipway("contract", "check", "till.csv", "--parser", "shouted");

        assertThat(seen.code()).isEqualTo(3);
        assertThat(seen.err())
                .contains("PARSER-FAILED: the parser 'shouted' failed: java.lang.IllegalStateException: it broke")
                .containsPattern("till.csv, row 1 \\(line 2\\) to .*till.csv, row 2 \\(line 3\\)");
    }

    private static final String TEXT_SIZE = """
            package acme;

            import dev.slipway.table.Column;
            import dev.slipway.table.IntegerColumn;
            import dev.slipway.table.Table;
            import dev.slipway.transform.OwnStep;
            import java.util.List;
            import java.util.stream.IntStream;

            /** How long a text is, in steps of so many characters. */
            public record TextSize(List<String> columns, int unit) implements OwnStep {
                public TextSize() {
                    this(List.of(), 1);
                }

                @Override
                public Table make(Table texts) {
                    return Table.of(texts.columns().stream().map(this::size).toList(), texts.origins());
                }

                private Column size(Column text) {
                    var sizes = IntStream.range(0, text.size()).mapToLong(row -> text.text(row).length() / unit);
                    return IntegerColumn.of(text.name() + "_size", sizes.toArray());
                }
            }
            """;

    private void notes(String features) throws IOException {
        desk.file("slipway.yaml", """
                data: {train: notes.csv, target: y}
                features: %s
                candidates: [baseline: majority, logistic: {}]
                gates: [size <= 5MB]
                """.formatted(features));
        desk.file("contract.yaml", """
                name: notes
                columns:
                  note: {type: text}
                  y: {type: integer, role: target}
                """);
        var rows = new StringBuilder("note,y\n");
        for (int row = 0; row < 60; row++) {
            rows.append("x".repeat(1 + row % 10)).append(row % 10 < 5 ? ",0\n" : ",1\n");
        }
        desk.file("notes.csv", rows.toString());
    }

    @Test
    void a_step_in_a_jar_is_trained_with_and_its_model_answers_where_the_jar_is_too() throws IOException {
        jar("TextSize", TEXT_SIZE, "dev.slipway.transform.OwnStep", "acme.TextSize");
        notes("[{text_size: {columns: [note]}}]");
        desk.file("new.csv", "note\nx\nxxxxxxxxx\n");
        desk.set("SLIPWAY_PLUGINS", "plugins");

        var trained = desk.slipway("train");
        var released = desk.slipway("release");
        var answered = desk.slipway("predict", "new.csv");
        desk.set("SLIPWAY_PLUGINS", "");
        notes("[]");
        var alone = desk.slipway("predict", "new.csv");

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(released.code()).as(released.out()).isZero();
        assertThat(answered.out()).contains("1,0,").contains("2,1,");
        assertThat(alone.code()).isEqualTo(3);
        assertThat(alone.err())
                .contains("STEP-UNKNOWN: there is no step 'text_size'")
                .contains("the step 'text_size' of the model")
                .contains("SLIPWAY_PLUGINS=DIR");
    }

    @Test
    void what_a_step_in_a_jar_is_told_is_read_as_strictly_as_any_other() throws IOException {
        jar("TextSize", TEXT_SIZE, "dev.slipway.transform.OwnStep", "acme.TextSize");
        desk.set("SLIPWAY_PLUGINS", "plugins");

        notes("[{text_siz: {columns: [note]}}]");
        var unknown = desk.slipway("train");
        notes("[{text_size: {columns: [note], unt: 2}}]");
        var key = desk.slipway("train");
        notes("[{text_size: {columns: [note], unit: much}}]");
        var value = desk.slipway("train");
        notes("[{text_size: {columns: [nota]}}]");
        var column = desk.slipway("train");
        notes("[{text_size: {columns: [note], unit: 0}}]");
        var fails = desk.slipway("train");

        assertThat(unknown.err()).contains("there is no step 'text_siz'; did you mean 'text_size'?");
        assertThat(key.err()).contains("unt").contains("line 2");
        assertThat(value.err()).contains("much").contains("line 2");
        assertThat(column.err()).contains("there is no column 'nota'; did you mean 'note'?");
        assertThat(fails.err()).contains("STEP-FAILED: the step 'text_size' failed: java.lang.ArithmeticException");
        assertThat(List.of(unknown.code(), key.code(), value.code(), column.code(), fails.code()))
                .containsExactly(2, 2, 2, 2, 3);
    }

    @Test
    void a_step_that_takes_the_word_of_another_is_a_problem() throws IOException {
        jar("Scale", TEXT_SIZE.replace("TextSize", "Scale"), "dev.slipway.transform.OwnStep", "acme.Scale");
        notes("[{scale: {}}]");
        desk.set("SLIPWAY_PLUGINS", "plugins");

        var seen = desk.slipway("train");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err())
                .contains("STEP-UNFIT: there is another step 'scale'")
                .contains("acme.Scale");
    }
}
