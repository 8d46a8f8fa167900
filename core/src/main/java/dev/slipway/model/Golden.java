package dev.slipway.model;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Range;
import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.Reference;
import dev.slipway.profile.Reference.ColumnReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows nobody ever was, drawn column by column from the reference statistics, with the exact answers of the model. They are
 * replayed wherever the model is loaded: if one answer differs in one bit (or, of models that others answer, by more than their
 * tolerance), it is not the same model.
 *
 * @param row as a request sends it
 * @param answer the probability of each class, or the number alone
 */
record Golden(Map<String, Object> row, List<Double> answer) {
    private static final int ROWS = 24;
    private static final long SEED = 20_260_101;

    Golden {
        // No null may stand in a copied map; a missing value is a key that is not there, which a request may not leave
        // out.
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
        answer = List.copyOf(answer);
    }

    /** Draws rows that keep the model's contract and asks the model about them. */
    static List<Golden> draw(ServedModel model, Reference reference) {
        var random = new SplittableRandom(SEED);
        var drawn = new ArrayList<Golden>();
        for (int i = 0; i < ROWS; i++) {
            var row = new LinkedHashMap<String, Object>();
            for (var column : needed(model.contract())) {
                value(column, reference, random).ifPresent(value -> row.put(column.name(), value));
            }
            drawn.add(new Golden(row, ask(model, row)));
        }
        return drawn;
    }

    private static List<ContractColumn> needed(Contract contract) {
        return contract.columns().stream().filter(ContractColumn::required).toList();
    }

    private static Optional<Object> value(ContractColumn column, Reference reference, SplittableRandom random) {
        double missing = random.nextDouble();
        var seen = reference.columns().stream()
                .filter(each -> each.name().equals(column.name()))
                .findFirst();
        boolean left = column.missing() > 0
                && missing < seen.map(ColumnReference::missing).orElse(1.0);
        return left ? Optional.empty() : seen.map(each -> value(column, each, random));
    }

    private static Object value(ContractColumn column, ColumnReference seen, SplittableRandom random) {
        return switch (column.type()) {
            case NUMBER -> within(column.range(), number(column, seen, random));
            case INTEGER -> whole(column.range(), number(column, seen, random));
            case TIMESTAMP ->
                Instant.EPOCH
                        .plus(whole(column.range(), number(column, seen, random)), ChronoUnit.MICROS)
                        .toString();
            case BOOLEAN -> word(column, seen, random).equals("true");
            case CATEGORY, TEXT -> word(column, seen, random);
            case VECTOR -> throw column.type().notOfData();
        };
    }

    private static double within(Range range, double drawn) {
        return Math.min(Math.max(drawn, range.min()), range.max());
    }

    private static long whole(Range range, double drawn) {
        return (long) Math.min(Math.max(Math.rint(drawn), Math.ceil(range.min())), Math.floor(range.max()));
    }

    private static double number(ContractColumn column, ColumnReference seen, SplittableRandom random) {
        if (column.type().numeric() && !column.set().isEmpty()) {
            return NumberText.number(
                    column.set().get(random.nextInt(column.set().size())));
        }
        if (seen.numbers().isEmpty()) {
            return 0;
        }
        var numbers = seen.numbers().get();
        // The sum of twelve uniform numbers is near enough to normal, and the same on every machine.
        double spread = -6;
        for (int i = 0; i < 12; i++) {
            spread += random.nextDouble();
        }
        double drawn = numbers.mean() + spread * numbers.deviation();
        return Math.min(Math.max(Math.rint(drawn * 1024) / 1024, numbers.low()), numbers.high());
    }

    private static String word(ContractColumn column, ColumnReference seen, SplittableRandom random) {
        var words = seen.shares().isEmpty()
                ? column.set()
                : List.copyOf(seen.shares().keySet());
        return words.isEmpty() ? "words" : words.get(random.nextInt(words.size()));
    }

    private static List<Double> ask(ServedModel model, Map<String, Object> row) {
        var sent = new LinkedHashMap<String, Object>();
        needed(model.contract()).forEach(column -> sent.put(column.name(), row.get(column.name())));
        var examined = model.read(Json.bytes(sent));
        if (!examined.isGood()) {
            throw SlipwayException.refused(
                    "MODEL-GOLDEN",
                    "a golden row breaks the model's own contract: "
                            + examined.findings().get(0).what(),
                    ModelFolder.GOLDEN,
                    "check that contract.yaml fits the training data, and train again");
        }
        var predictions = model.predict(examined.table());
        var answer = new ArrayList<Double>();
        for (double each : predictions.probabilities()) {
            answer.add(each);
        }
        return answer;
    }

    /**
     * Asks the model again.
     *
     * @param where the line of the file this row stands on
     * @throws SlipwayException where the model gives another answer, even in the last bit, or none
     */
    void replay(ServedModel model, String where) {
        var found = again(model, where);
        if (!isSame(found, model.pipeline().model().tolerance())
                || found.size() != Math.max(1, model.target().labels().size())) {
            throw unlike("%s, but the model answered %s when it was made".formatted(found, answer), where);
        }
    }

    private boolean isSame(List<Double> found, double tolerance) {
        if (tolerance == 0 || found.size() != answer.size()) {
            return found.equals(answer);
        }
        return IntStream.range(0, answer.size())
                .allMatch(place -> Math.abs(found.get(place) - answer.get(place))
                        <= tolerance * Math.max(1, Math.abs(answer.get(place))));
    }

    private List<Double> again(ServedModel model, String where) {
        try {
            return ask(model, row);
        } catch (SlipwayException problem) {
            throw unlike("none: " + problem.problems().get(0).what(), where);
        } catch (RuntimeException broken) {
            // Files with true checksums can still describe a model that cannot answer, in any way a program can fail.
            throw unlike("none: " + broken, where);
        }
    }

    private static SlipwayException unlike(String answer, String where) {
        return SlipwayException.refused(
                "MODEL-GOLDEN",
                "a golden row got the answer %s".formatted(answer),
                where,
                "do not serve this folder; restore it from its source, or train again");
    }
}
