package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.artifact.Scratch;
import dev.slipway.document.Json;
import dev.slipway.dossier.Dossier;
import dev.slipway.page.DossierPage;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The report of a training, kept beside its run: one page for people, and the same as JSON. */
public final class KeptReport {
    /** The page. */
    public static final String PAGE = "report.html";

    /** The same as JSON. */
    public static final String CARD = "card.json";

    /** The tag of a training that names both files, as artifacts. */
    static final String TAG = "report";

    private final Place place;

    public KeptReport(Place place) {
        this.place = place;
    }

    /** Keeps the report; the value for the run's tag. */
    String keep(Dossier dossier) {
        try (var scratch = Scratch.make()) {
            Files.writeString(scratch.path().resolve(PAGE), DossierPage.of(dossier));
            Files.writeString(scratch.path().resolve(CARD), Json.prettyNaming(dossier));
            return Json.write(place.put(scratch.path()));
        } catch (IOException failure) {
            throw failed("cannot write: " + failure, "the report", failure);
        }
    }

    /**
     * A file of the report.
     *
     * @param run of a training or of one of its candidates, or the beginning of its id
     * @param file {@link #PAGE} or {@link #CARD}
     */
    public String read(String run, String file) {
        var training = place.ask(FindTraining.OPERATION, new FindTraining.Question(run));
        var manifest = Optional.ofNullable(training.tags().get(TAG))
                .orElseThrow(() -> SlipwayException.missing(
                        "REPORT-NONE",
                        "the run has no report",
                        "run " + training.id(),
                        "name a finished run of 'slipway train'; 'slipway runs' lists them"));
        try (var scratch = Scratch.make()) {
            Path folder = scratch.path().resolve(TAG);
            place.fetch(Json.read("the run's report", manifest, Manifest.class), folder);
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw failed("cannot read: " + failure, "run " + training.id(), failure);
        }
    }

    private static SlipwayException failed(String what, String where, IOException cause) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem("REPORT-FILE", what, where, "free space on the disk and check the permissions"),
                cause);
    }
}
