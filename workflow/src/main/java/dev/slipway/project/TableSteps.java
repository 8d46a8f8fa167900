package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.document.Sequence;
import dev.slipway.expression.Expression;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.Cyclic;
import dev.slipway.transform.Derive;
import dev.slipway.transform.Drop;
import dev.slipway.transform.Rename;
import dev.slipway.transform.Select;
import dev.slipway.transform.TimePart;
import dev.slipway.transform.TimeParts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the steps that choose and make columns, those of times among them. */
final class TableSteps {
    static final Map<String, FeatureReader.StepReader> READERS = Map.of(
            "derive", node -> derive(node.mapping()),
            "drop", node -> new Drop(names(node)),
            "select", node -> new Select(names(node)),
            "rename", node -> rename(node.mapping()),
            "time", node -> time(node.mapping()),
            "cyclic", node -> cyclic(node.mapping()));

    private static final List<TimePart> USUAL =
            List.of(TimePart.YEAR, TimePart.MONTH, TimePart.DAY, TimePart.WEEKDAY, TimePart.HOUR);
    private static final List<String> UNITS =
            Arrays.stream(TimeParts.Unit.values()).map(TimeParts.Unit::label).toList();

    private TableSteps() {}

    private static List<String> names(Node node) {
        return node.list().stream().map(Node::written).toList();
    }

    private static Derive derive(Mapping columns) {
        return new Derive(columns.entries().stream()
                .map(entry -> new Derive.Derivation(entry.name(), expression(entry.value())))
                .toList());
    }

    private static String expression(Node node) {
        var written = node.written();
        try {
            Expression.parse(written);
        } catch (SlipwayException unreadable) {
            unreadable.problems().forEach(node::problem);
        }
        return written;
    }

    private static Rename rename(Mapping columns) {
        return new Rename(columns.entries().stream()
                .map(entry -> new Rename.Renaming(entry.name(), entry.value().written()))
                .toList());
    }

    private static TimeParts time(Mapping step) {
        step.allowOnly("columns", "parts", "since", "unit", "keep");
        var unit = TimeParts.Unit.valueOf(step.optionalOneOf("unit", UNITS)
                .filter(UNITS::contains)
                .orElse("days")
                .toUpperCase(Locale.ROOT));
        var since = step.find("since").stream()
                .flatMap(node -> (node instanceof Sequence list ? list.list() : List.of(node)).stream())
                .flatMap(node -> instant(node).stream())
                .map(origin -> new TimeParts.Since(origin, unit))
                .toList();
        boolean usual = step.find("parts").isEmpty() && step.find("since").isEmpty();
        return new TimeParts(FeatureReader.columns(step), usual ? USUAL : parts(step), since, step.bool("keep", false));
    }

    private static Optional<Instant> instant(Node node) {
        var written = node.written();
        try {
            return Optional.of(
                    written.contains("T")
                            ? Instant.parse(written)
                            : LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            node.wanted("a day or an instant in UTC", "write 2024-01-31 or 2024-01-31T12:00:00Z");
            return Optional.empty();
        }
    }

    private static List<TimePart> parts(Mapping step) {
        return step.optionalList("parts").stream()
                .flatMap(node -> part(node).stream())
                .toList();
    }

    private static Optional<TimePart> part(Node node) {
        var written = node.written();
        var known = TimePart.labels();
        if (!known.contains(written)) {
            node.problem(
                    "PROJECT-STEP",
                    "a time has no part %s%s".formatted(node.shown(), Nearest.hint(written, known)),
                    "use some of " + String.join(", ", known));
            return Optional.empty();
        }
        return Optional.of(TimePart.valueOf(written.toUpperCase(Locale.ROOT)));
    }

    private static Cyclic cyclic(Mapping step) {
        step.allowOnly("columns", "period", "parts", "keep");
        if (step.find("period").isPresent() == step.find("parts").isPresent()) {
            step.problem(
                    "PROJECT-STEP",
                    "'cyclic' goes round by the 'period' of numbers or by 'parts' of times",
                    "write one of them: period: 360, or parts: [hour]");
        }
        var of = step.find("period").isPresent()
                ? new Cyclic.Of.Period(step.number("period"))
                : new Cyclic.Of.Parts(parts(step));
        return new Cyclic(FeatureReader.columns(step), of, step.bool("keep", false));
    }
}
