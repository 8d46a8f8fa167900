package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Desk.Seen;
import dev.slipway.database.StateFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person does wrong, what they then read, and the exit code that a script sees. */
class RefusalsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void at_the_desk() {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @CsvSource({"contract infer FILE", "contract check FILE", "new made --data FILE --target a"})
    void data_that_is_none_is_refused_by_its_own_name(String command) throws IOException {
        desk.file("contract.yaml", "name: x\ncolumns:\n  a: {type: text}\n");
        desk.file("empty.csv", "");
        desk.file("header.csv", "a\n");
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, (byte) 0xFF, 10, 0, 3});
        Files.write(folder.resolve("garbage.parquet"), new byte[] {'P', 'A', 'R', '1', 1, 2, 3});

        refused(on(command, "missing.csv"), 3, "SOURCE-MISSING", "missing.csv", "check the path");
        refused(on(command, "empty.csv"), 1, "SOURCE-EMPTY", "empty.csv", "not even a header");
        refused(on(command, "header.csv"), 1, "SOURCE-NO-ROWS", "header.csv", "there is a header and no row");
        refused(on(command, "folder"), 2, "SOURCE-FOLDER", "folder", "name one file");
        refused(on(command, "binary.csv"), 1, "SOURCE-ENCODING", "binary.csv", "NUL byte");
        assertThat(on(command, "garbage.parquet").code()).isIn(1, 2);
        assertThat(folder.resolve("made")).doesNotExist();
    }

    private Seen on(String command, String file) {
        return desk.slipway(command.replace("FILE", file).split(" "));
    }

    @Test
    void outside_a_project_commands_say_so_and_leave_nothing_behind() {
        for (var command :
                new String[] {"train", "runs", "compare", "gate", "release", "rollback", "releases", "serve"}) {
            refused(desk.slipway(command), 3, "PROJECT-MISSING", "slipway new DIR --data FILE");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_unknown_key_of_the_project_is_named_with_its_line_and_the_nearest_one() throws IOException {
        desk.project(60);
        desk.file("slipway.yaml", desk.text("slipway.yaml").replace("budget:", "buget:"));

        refused(desk.slipway("train"), 2, "unknown key 'buget'; did you mean 'budget'?", "slipway.yaml, line 10");
    }

    @Test
    void a_project_without_its_contract_or_its_data_cannot_train() throws IOException {
        desk.project(60);
        Files.delete(folder.resolve("contract.yaml"));

        refused(desk.slipway("train"), 3, "CONTRACT-MISSING", "slipway contract infer");

        desk.project(60);
        Files.delete(folder.resolve("bookings.csv"));

        refused(desk.slipway("train"), 3, "SOURCE-MISSING", "bookings.csv");
    }

    @Test
    void a_target_that_is_not_in_the_data_is_wrong_usage() throws IOException {
        desk.project(60);
        desk.file("slipway.yaml", desk.text("slipway.yaml").replace("target: bought", "target: bougth"));

        refused(desk.slipway("train"), 2, "TRAIN-NO-TARGET", "there is no column 'bougth'; did you mean 'bought'?");
        refused(
                desk.slipway("new", "made", "--data", "bookings.csv", "--target", "bougth"),
                2,
                "there is no column 'bougth'; did you mean 'bought'?");
        refused(
                desk.slipway("new", "made", "--data", "bookings.csv"),
                2,
                "which column is to be predicted?",
                "booking, age, cabin, price, bought");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void data_that_break_the_contract_train_nothing_and_every_row_is_named() throws IOException {
        desk.project(60);
        desk.file(
                "bookings.csv", desk.text("bookings.csv") + "B90001,212,inside,33.00,yes\nB90002,30,suite,33.00,no\n");

        refused(
                desk.slipway("train"),
                1,
                "age is 212, outside",
                "row 61 (line 62)",
                "cabin is 'suite', not one of inside, none",
                "row 62 (line 63)",
                "TRAIN-DATA-BROKEN");
    }

    @Test
    void a_column_of_one_value_a_target_of_one_and_a_class_with_one_member_teach_nothing() throws IOException {
        desk.project(60);
        var rows = desk.text("bookings.csv");

        desk.file("bookings.csv", rows.replaceAll("(?m),(inside|none),", ",none,"));
        refused(desk.slipway("train"), 1, "TRAIN-COLUMN-CONSTANT", "column 'cabin'", "- drop: [cabin]");

        desk.file("bookings.csv", rows.replaceAll("(?m),(yes|no)$", ",no"));
        refused(desk.slipway("train"), 1, "TRAIN-TARGET-CONSTANT", "every row has the same answer");

        desk.file("bookings.csv", rows.replaceAll("(?m),(yes|no)$", ",no").replaceFirst("(?m),no$", ",yes"));
        refused(desk.slipway("train"), 1, "one member", "column 'bought'");
    }

    @Test
    @Tag("slow")
    void a_locked_state_folder_is_answered_with_who_holds_it() throws IOException {
        desk.project(60);
        var held = StateFolder.open(folder.resolve(".slipway"), Duration.ZERO).orBusy();
        try {
            refused(desk.slipway("serve", "--port", "0"), 3, "STATE-HELD", "in use by process");
        } finally {
            held.close();
        }
    }

    @Test
    void a_state_folder_that_cannot_be_written_is_named() throws IOException {
        desk.project(60);
        desk.file(".slipway", "a file in the way");

        refused(desk.slipway("runs"), 3, "STATE-NOT-A-FOLDER", ".slipway", "SLIPWAY_HOME");

        Files.delete(folder.resolve(".slipway"));
        desk.set("SLIPWAY_HOME", "/proc/nowhere");
        refused(desk.slipway("runs"), 3, "STATE-READONLY", "/proc/nowhere");
    }

    @Test
    void a_port_in_use_is_named_and_the_folder_is_free_again() throws IOException {
        desk.project(60);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    desk.slipway("serve", "--port", Integer.toString(taken.getLocalPort())),
                    3,
                    "SERVER-PORT",
                    "port " + taken.getLocalPort(),
                    "another --port");
        }
        assertThat(desk.slipway("runs").code()).isZero();
    }

    @Test
    void a_server_that_is_none_or_does_not_answer_is_named() throws IOException {
        desk.project(60);

        refused(desk.slipway("runs", "--server", "localhost:80"), 2, "SERVER-URL", "http://127.0.0.1:8080");
        refused(desk.slipway("runs", "--server", "http://127.0.0.1:1"), 3, "SERVER-UNREACHABLE", "127.0.0.1:1");
        assertThat(folder.resolve(".slipway")).doesNotExist();
    }

    @Test
    void asking_for_what_was_never_made_says_how_to_make_it() throws IOException {
        desk.project(60);

        refused(desk.slipway("compare"), 3, "nothing was trained yet", "slipway train");
        refused(desk.slipway("gate"), 3, "MODEL-NONE", "slipway train");
        refused(desk.slipway("release"), 3, "MODEL-NONE", "slipway train");
        refused(desk.slipway("rollback"), 3, "RELEASE-NONE", "slipway release");
        refused(desk.slipway("predict", "bookings.csv"), 3, "RELEASE-NONE", "--model-version N");
        refused(
                desk.slipway("train", "--only", "xgbost"),
                2,
                "there is no candidate 'xgbost'",
                "baseline, rule, logistic");
    }

    private static void refused(Seen seen, int code, String... texts) {
        assertThat(seen.err()).contains(texts).doesNotContain("this is a bug");
        assertThat(seen.code()).isEqualTo(code);
        assertThat(seen.out()).isEmpty();
    }
}
