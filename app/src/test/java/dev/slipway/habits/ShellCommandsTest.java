package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellCommandsTest {
    @Test
    void prompts_comments_and_other_programs_are_not_commands_of_ours() {
        var found = ShellCommands.slipway("""
                # first
                $ ./slipway new ferry --data bookings.csv   # makes four files
                curl -s localhost:8080/health/live
                """);

        assertThat(found).containsExactly(List.of("new", "ferry", "--data", "bookings.csv"));
    }

    @Test
    void a_command_ends_at_a_pipe_and_leaves_redirections_out() {
        var found = ShellCommands.slipway("cd ferry && slipway runs --json > runs.json 2>&1 | head; slipway serve &");

        assertThat(found).containsExactly(List.of("runs", "--json"), List.of("serve"));
    }

    @Test
    void quotes_and_continued_lines_make_one_word_and_one_command() {
        var found = ShellCommands.slipway("slipway release 2 \\\n    --reason 'better by 0.01'\n");

        assertThat(found).containsExactly(List.of("release", "2", "--reason", "better by 0.01"));
    }
}
