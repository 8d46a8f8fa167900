package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contract.Contract;
import dev.slipway.document.Document;
import dev.slipway.gate.Gate;
import dev.slipway.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the documents show can be read. */
class DocumentedFilesTest {
    private static final Checkout CHECKOUT = Checkout.here();

    @Test
    void the_project_of_the_documents_is_a_project(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(Project.FILE), yaml("project.md"));

        var project = Project.read(folder);

        assertThat(project.features()).isNotEmpty();
        assertThat(project.candidates()).isNotEmpty();
        assertThat(project.gates())
                .isNotEmpty()
                .allSatisfy(gate -> assertThat(Gate.unreadable(gate)).isEmpty());
    }

    @Test
    void the_contract_of_the_documents_is_a_contract() {
        var contract = Contract.read(Document.yaml("contract.md", yaml("contract.md")));

        assertThat(contract.names()).contains("booking", "cabin", "upgraded");
    }

    private static String yaml(String document) {
        return Fences.of(Checkout.read(CHECKOUT.root().resolve("docs/" + document)), "yaml")
                .get(0);
    }
}
