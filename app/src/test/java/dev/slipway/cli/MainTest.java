package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.problem.SlipwayException;
import dev.slipway.wiring.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_version_is_the_one_of_the_build() {
        int code = run("--version");

        assertThat(code).isZero();
        assertThat(out.toString()).startsWith("slipway 0.").doesNotContain("$");
    }

    @Test
    void help_names_the_exit_codes() {
        int code = run("--help");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("Usage: slipway").contains("3   Slipway could not do it");
    }

    @Test
    void a_mistyped_option_is_wrong_usage_and_names_the_nearest_one() {
        int code = run("--hepl");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("unknown option '--hepl'; did you mean '--help'?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void no_command_is_wrong_usage_and_shows_the_way_to_help() {
        int code = run();

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("no command given").contains("slipway --help");
    }

    @Test
    void a_mistyped_command_is_wrong_usage_and_names_the_nearest_one() {
        int code = runWith(new Refuse(), "refsue");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("unknown command 'refsue'; did you mean 'refuse'?");
    }

    @Test
    void a_problem_of_the_user_is_printed_without_a_stack_and_ends_with_its_own_code() {
        int code = runWith(new Refuse(), "refuse");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("CONTRACT-RANGE: age is 212")
                .contains("people.csv, row 4")
                .doesNotContain("\tat ");
    }

    @Test
    void a_bug_of_ours_is_admitted_with_its_stack_and_ends_with_3() {
        int code = runWith(new Crash(), "crash");

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("this is a bug in Slipway").contains("\tat dev.slipway.cli.MainTest");
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int runWith(Object command, String... args) {
        return Main.commandLine(Surroundings.real())
                .addSubcommand(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Misuse())
                .execute(args);
    }

    @Command(name = "refuse")
    static final class Refuse implements Callable<Integer> {
        @Override
        public Integer call() {
            throw SlipwayException.refused("CONTRACT-RANGE", "age is 212", "people.csv, row 4", "correct the row");
        }
    }

    @Command(name = "crash")
    static final class Crash implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("unreachable");
        }
    }
}
