package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Role;
import dev.slipway.document.Document;
import dev.slipway.local.LocalEngine;
import dev.slipway.project.Project;
import dev.slipway.project.Purpose;
import dev.slipway.source.Dialect;
import dev.slipway.testkit.TravellingEngine;
import dev.slipway.transform.BagOfTerms;
import dev.slipway.transform.Drop;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.TimePart;
import dev.slipway.transform.TimeParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewProjectTest {
    @TempDir
    private Path folder;

    private final NewProject newProject = new NewProject(new TravellingEngine(new LocalEngine(2)));
    private Path data;

    @BeforeEach
    void bookings() throws IOException {
        data = Bookings.write(folder.resolve("bookings.csv"), 200);
    }

    @Test
    void the_four_files_read_back_as_a_project_with_sensible_steps() {
        make(folder.resolve("ferry"), "bought", Purpose.UNSAID);

        assertThat(folder.resolve("ferry"))
                .isDirectoryContaining("glob:**/.gitignore")
                .isDirectoryContaining("glob:**/README.md");
        var project = Project.read(folder.resolve("ferry"));
        assertThat(project.name()).isEqualTo("ferry");
        assertThat(project.data().train().get(0).file().normalize()).isEqualTo(data);
        assertThat(project.features())
                .containsExactly(
                        new Drop(List.of("harbour", "note")),
                        new TimeParts(List.of("departs"), List.of(TimePart.WEEKDAY, TimePart.HOUR), List.of(), false),
                        new Impute(List.of("age"), new Impute.Fill.Median(), true),
                        new OneHot(List.of("cabin")));
        assertThat(project.candidates())
                .extracting("name")
                .containsExactly("baseline", "logistic", "forest", "xgboost");
        assertThat(project.gates()).containsExactly("beats baseline by 0.02", "latency_p99 <= 5ms", "size <= 20MB");
        var contract = Contract.read(Document.yaml(project.contract()));
        assertThat(contract.find("booking").orElseThrow().role()).isEqualTo(Role.KEY);
        assertThat(contract.find("bought").orElseThrow().role()).isEqualTo(Role.TARGET);
    }

    @Test
    void what_was_said_of_the_purpose_is_written_and_what_was_not_is_a_hint() throws IOException {
        var purpose = new Purpose(
                Optional.of("upsell: revenue per sailing"),
                Optional.empty(),
                Optional.of("data team"),
                Optional.empty(),
                Optional.empty());
        make(folder.resolve("said"), "bought", purpose);
        make(folder.resolve("unsaid"), "bought", Purpose.UNSAID);

        assertThat(Project.read(folder.resolve("said")).purpose()).isEqualTo(purpose);
        assertThat(Files.readString(folder.resolve("said/slipway.yaml")))
                .contains("  # used by: who uses the answers?");
        assertThat(Files.readString(folder.resolve("unsaid/slipway.yaml")))
                .contains("# purpose: {moves: the metric to move, used by: who, owner: who,");
    }

    @Test
    void data_elsewhere_is_named_by_its_whole_path() throws IOException {
        var far = folder.resolve("a/b/ferry");

        make(far, "bought", Purpose.UNSAID);

        assertThat(Files.readString(far.resolve("slipway.yaml"))).contains("train: " + data.toAbsolutePath());
    }

    @Test
    void free_text_is_read_by_its_terms_and_left_to_a_linear_model() throws IOException {
        var mails = new StringBuilder("kind,text\n");
        for (int i = 0; i < 60; i++) {
            mails.append(i % 3 == 0 ? "spam" : "ham")
                    .append(",mail number ")
                    .append(i)
                    .append(" says what all of them say and then some more\n");
        }
        data = Files.writeString(folder.resolve("mails.csv"), mails);

        make(folder.resolve("mails"), "kind", Purpose.UNSAID);

        var project = Project.read(folder.resolve("mails"));
        assertThat(project.features()).singleElement().isInstanceOf(BagOfTerms.class);
        assertThat(project.candidates()).extracting("name").containsExactly("baseline", "logistic");
    }

    @Test
    void without_a_target_rows_are_grouped() {
        var made = folder.resolve("groups");

        newProject.make(new NewProject.Request(
                made, data, Dialect.DETECTED, Optional.empty(), Optional.empty(), Purpose.UNSAID));

        var project = Project.read(made);
        assertThat(project.data().target()).isEmpty();
        assertThat(project.candidates()).extracting("name").containsExactly("kmeans", "isolation");
    }

    @Test
    void a_number_of_many_values_is_a_quantity_with_a_metric_of_its_own() throws IOException {
        make(folder.resolve("prices"), "price", Purpose.UNSAID);

        var project = Project.read(folder.resolve("prices"));
        assertThat(project.effort().metric()).contains("rmse");
        assertThat(project.candidates()).extracting("name").contains("ridge");
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() throws IOException {
        var taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> newProject.columns(taken, data, Dialect.DETECTED))
                .hasMessageContaining("PROJECT-EXISTS")
                .hasMessageContaining("the folder is not empty");
        assertThat(taken).isDirectoryNotContaining(path -> !path.endsWith("thesis.txt"));
    }

    @Test
    void an_empty_folder_is_filled() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        var files = make(empty, "bought", Purpose.UNSAID);

        assertThat(files)
                .hasSize(4)
                .allSatisfy(file -> assertThat(file).hasParent(empty).isNotEmptyFile());
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".slipway-"));
    }

    @Test
    void a_target_that_cannot_be_learned_is_refused_with_those_that_can_and_nothing_is_written() {
        var made = folder.resolve("ferry");

        assertThatThrownBy(() -> make(made, "age", Purpose.UNSAID))
                .hasMessageContaining("PROJECT-TARGET")
                .hasMessageContaining("the target is missing in")
                .hasMessageContaining("name another column with --target: ");
        assertThatThrownBy(() -> make(made, "harbour", Purpose.UNSAID))
                .hasMessageContaining("PROJECT-TARGET")
                .hasMessageContaining("every answer is 'Turku'");
        assertThatThrownBy(() -> make(made, "bougth", Purpose.UNSAID))
                .hasMessageContaining("there is no column 'bougth'; did you mean 'bought'?");
        assertThat(made).doesNotExist();
    }

    @Test
    void a_name_that_could_not_stand_in_a_url_is_made_plain() {
        make(folder.resolve("Ferry to Turku!"), "bought", Purpose.UNSAID);

        assertThat(Project.read(folder.resolve("Ferry to Turku!")).name()).isEqualTo("Ferry-to-Turku-");
    }

    private List<Path> make(Path where, String target, Purpose purpose) {
        return newProject.make(
                new NewProject.Request(where, data, Dialect.DETECTED, Optional.of(target), Optional.empty(), purpose));
    }
}
