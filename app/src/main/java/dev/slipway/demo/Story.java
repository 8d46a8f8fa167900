package dev.slipway.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** From a data file to a gated, served and rolled-back model, step by step. Further capabilities add their steps here. */
public final class Story {
    private static final long SEED = 2_025;
    private static final int SUMMER_BOOKINGS = 8_000;
    private static final int AUTUMN_BOOKINGS = 2_000;

    /** Somebody who is asked about: a gold member who booked an inside cabin on a windy night crossing. */
    private static final String CUSTOMER = """
            {"records": [{"booking": "B900001", "customer": "C00042", "booked": "2025-08-01T09:15", \
            "departs": "2025-08-09T18:00", "route": "Turku-Stockholm", "party": 2, "vehicle": "car", "cabin": "inside", \
            "price": 189.5, "loyalty": "gold", "channel": "web", "wind_forecast": 11.5, "age": 44, "nationality": "FI"}]}""";

    private record Step(String title, Consumer<Stage> act) {}

    private static final List<Step> STEPS = List.of(
            new Step("The data: a ferry line wants to know who takes a better cabin when offered one", Story::data),
            new Step("Infer the contract, and read it as you would read code", Story::contract),
            new Step("Check the data: every bad row is named", Story::check),
            new Step("Serve first: the plain IF rule goes live behind the contract", Story::serveTheRule),
            new Step("Now try to beat the rule, under a time budget", Story::train),
            new Step("Gate, then swap the better model in behind the same URL", Story::swap),
            new Step("A colleague's worse model does not get past the gate", Story::refuse),
            new Step("Autumn: train again with the new season, release", Story::second),
            new Step("Four in the morning: roll back with one command", Story::rollBack));

    private Story() {}

    /**
     * Tells it.
     *
     * @param folder new; everything happens in it
     */
    public static void tell(Path folder, PrintWriter out, Program program, InstantSource clock) {
        var started = clock.instant();
        try (var stage = new Stage(folder, out, program::run)) {
            int number = 0;
            for (var step : STEPS) {
                number++;
                stage.say("");
                stage.say("── %d/%d  %s".formatted(number, STEPS.size(), step.title()));
                step.act().accept(stage);
            }
            end(stage, Duration.between(started, clock.instant()));
        }
    }

    /** Runs a command of the program in the story's folder and answers its exit code. */
    @FunctionalInterface
    public interface Program {
        int run(List<String> arguments);
    }

    private static void data(Stage stage) {
        var bookings = new FerryBookings(SEED);
        var summer = FerryBookings.spoil(bookings.season(FerryBookings.Season.SUMMER, SUMMER_BOOKINGS));
        stage.write("bookings.csv", csv(summer.lines()));
        stage.write("autumn.csv", csv(bookings.season(FerryBookings.Season.AUTUMN, AUTUMN_BOOKINGS)));
        stage.write("slipway.yaml", DemoFiles.PROJECT);
        stage.write("worse.yaml", DemoFiles.WORSE);
        stage.say("Made up, with a fixed seed: bookings.csv (%d bookings), and autumn.csv for later."
                .formatted(SUMMER_BOOKINGS));
        stage.say("%d rows of bookings.csv are wrong, each in its own way. Watch whether they are found:"
                .formatted(summer.faults().size()));
        summer.faults().forEach((record, fault) -> stage.say("  row %5d: %s".formatted(record, fault)));
    }

    private static String csv(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", FerryBookings.HEADER + "\n", "\n"));
    }

    private static void contract(Stage stage) {
        stage.slipway(
                0,
                "contract",
                "infer",
                "bookings.csv",
                "--target",
                "upgraded",
                "--reward",
                "upgrade_revenue",
                "--out",
                "contract.yaml");
        stage.read("contract.yaml").forEach(line -> stage.say("  " + line));
    }

    private static void check(Stage stage) {
        stage.slipway(1, "contract", "check", "bookings.csv", "--quarantine", "checked");
        stage.say("");
        stage.say("The good rows are in checked/good.csv now, the bad ones with their reasons in checked/bad.csv.");
    }

    private static void serveTheRule(Stage stage) {
        stage.slipway(0, "train", "--only", "rule");
        stage.slipway(0, "release", "--why", "serving layer first");
        stage.serve();
        stage.ask("ferry", CUSTOMER, 200);
        stage.say("");
        stage.say(
                "A request that breaks the contract is told what is wrong; the rule reads loyalty and cabin, so they are checked:");
        stage.ask("ferry", CUSTOMER.replace("\"inside\"", "3").replace("gold", "golden"), 422);
    }

    private static void train(Stage stage) {
        stage.slipway(0, "train");
        stage.say("");
        stage.say("Side by side, also in money: an offer costs 12 EUR, an upgrade brings what it brought.");
        stage.slipway(0, "compare");
    }

    private static void swap(Stage stage) {
        stage.slipway(0, "gate");
        stage.slipway(0, "release", "--why", "beats the rule");
        stage.ask("ferry", CUSTOMER, 200);
        stage.say("");
        stage.say("The caller changed nothing; the answer names the version that gave it.");
    }

    private static void refuse(Stage stage) {
        stage.say("worse.yaml has lost loyalty and cabin, as after a broken join.");
        stage.slipway(0, "train", "--project", "worse.yaml", "--only", "logistic");
        stage.slipway(1, "release", "--project", "worse.yaml", "--why", "looks fine to me");
    }

    private static void second(Stage stage) {
        stage.slipway(0, "contract", "check", "autumn.csv");
        var all = new ArrayList<>(stage.read("checked/good.csv"));
        all.addAll(stage.read("autumn.csv").stream().skip(1).toList());
        stage.write("all.csv", String.join("\n", all) + "\n");
        stage.write("slipway.yaml", DemoFiles.PROJECT.replace("checked/good.csv", "all.csv"));
        stage.say("");
        stage.say("data.train in slipway.yaml is all.csv now: summer and autumn together.");
        stage.slipway(0, "train", "--only", "xgboost", "--only", "baseline");
        stage.slipway(0, "release", "--why", "knows autumn");
    }

    private static void rollBack(Stage stage) {
        stage.slipway(0, "rollback", "--why", "complaints from the booking desk");
        stage.ask("ferry", CUSTOMER, 200);
        stage.slipway(0, "releases");
    }

    private static void end(Stage stage, Duration took) {
        stage.say("");
        stage.say("Done in %d s. Everything is in %s; delete that folder and nothing is left."
                .formatted(took.toSeconds(), stage.folder()));
        stage.say("");
        stage.say("Now with your own data:");
        stage.say("  slipway new myproject --data mydata.csv --target mycolumn");
        stage.say("  cd myproject && slipway train && slipway release && slipway serve");
    }
}
