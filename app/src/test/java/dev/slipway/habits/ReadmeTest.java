package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.habits.Newcomer.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README: its demo, and its commands on the demo's own data. */
@Tag("slow")
class ReadmeTest {
    private static final Pattern PLANTED = Pattern.compile("(?m)^ {2}row +(\\d+): ");
    private static final Pattern ANSWER =
            Pattern.compile("\"release\":(\\d+),\"model\":\"ferry\",\"version\":(\\d+),(.*)");
    private static final Pattern CURL = Pattern.compile("curl .*http://[^/]+(\\S+) .*-d '([^']+)'");

    @TempDir
    private static Path folder;

    private static Newcomer newcomer = new Newcomer(Path.of(""));
    private static String story = "";

    @BeforeAll
    static void the_demo_is_told() {
        newcomer = new Newcomer(folder);
        story = newcomer.slipway("demo").done();
    }

    @Test
    void the_demo_finds_each_of_the_nine_rows_that_it_planted() {
        var planted = PLANTED.matcher(story).results().map(row -> row.group(1)).toList();

        assertThat(planted).hasSize(9);
        assertThat(planted).allSatisfy(row -> assertThat(story).contains("bookings.csv, row " + row + " (line "));
        assertThat(story).contains("8000 rows: 7991 good, 8 bad, 1 unreadable");
    }

    @Test
    void the_demo_refuses_the_worse_model_and_goes_on_serving_the_better_one() {
        var refused = story.substring(story.indexOf("release --project worse.yaml"));

        assertThat(refused).containsPattern("failed +beats champion by -0.01 ");
        assertThat(refused.substring(0, refused.indexOf("──")))
                .contains("may not be released", "(exit code 1: no)")
                .doesNotContain("serves 'ferry' now");
    }

    @Test
    void after_the_roll_back_of_the_demo_version_2_answers_to_the_digit_as_before() {
        var answers = ANSWER.matcher(story).results().toList();

        assertThat(answers).extracting(answer -> answer.group(1)).containsExactly("1", "2", "4");
        assertThat(answers).extracting(answer -> answer.group(2)).containsExactly("1", "2", "2");
        assertThat(answers.get(2).group(3)).isEqualTo(answers.get(1).group(3));
        assertThat(answers.get(0).group(3)).isNotEqualTo(answers.get(1).group(3));
        assertThat(story).containsPattern("version 2 serves 'ferry' again, as in release 2; it took \\d+\\.\\d\\d s");
    }

    @Test
    void the_demo_leaves_one_folder() {
        assertThat(folder.toFile().list()).contains("slipway-demo").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void the_commands_for_own_data_work_on_the_demos_data() throws IOException {
        var readme = Checkout.read(Checkout.here().root().resolve("README.md"));
        var block = Fences.of(readme.substring(readme.indexOf("## On your own data")), "sh")
                .get(0);
        var here = newcomer;
        var seen = new StringBuilder();
        Optional<Serving> serving = Optional.empty();
        try {
            for (var line : block.lines().toList()) {
                var curl = CURL.matcher(line);
                if (line.startsWith("cd ")) {
                    here = here.in(line.split("\\s+", -1)[1]);
                    // A person waits for the whole budget; what a test must know is seen after the first trials.
                    here.edit("slipway.yaml", "budget: 60s", "budget: 60s\n  trials: 0");
                } else if (curl.matches()) {
                    seen.append(serving.orElseThrow().post(curl.group(1), curl.group(2)));
                } else if (line.contains(" serve ")) {
                    serving = Optional.of(here.serve());
                } else {
                    seen.append(here.slipway(words(line)).done());
                }
            }
        } finally {
            serving.ifPresent(Serving::close);
        }

        assertThat(seen)
                .contains("2000 rows: 2000 good, 0 bad, 0 unreadable", "release 1: version 1 serves 'upgrades' now")
                .contains("\"predictions\":[{\"label\":")
                .containsPattern("answers.csv: .*2000 rows");
        assertThat(best(seen)).as("no model may have read the reward").isBetween(0.7, 0.9);
        assertThat(Files.readAllLines(here.folder().resolve("answers.csv"))).hasSize(2001);
    }

    private static String[] words(String line) {
        List<List<String>> commands = ShellCommands.slipway(line);
        assertThat(commands).as(line).hasSize(1);
        return commands.get(0).toArray(String[]::new);
    }

    /** The ROC AUC behind the star. */
    private static double best(CharSequence seen) {
        return Pattern.compile("\\*\\+? +xgboost +\\w+ +(0\\.\\d+)")
                .matcher(seen)
                .results()
                .map(MatchResult::group)
                .map(row -> row.substring(row.lastIndexOf(' ')))
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
    }
}
