package dev.slipway.contract;

import dev.slipway.document.Json;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.NumberText;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads requests in JSON against a contract, straight into columns: {@code {"records": [{…}, …]}}, a list of records, or one
 * record. For any number of threads.
 *
 * <p>Null is a missing value; a text where a number belongs is refused, and the other way round. A whole number may be
 * written with a point ({@code 1.0}), because JSON knows one kind of number. Everything else is read as files are: the same
 * rows give the same bits.
 */
public final class RequestReader {
    /** What people read as the source of a request's rows. */
    public static final String SOURCE = "request";

    private static final String ENVELOPE = "records";
    private static final double EXACT = 1L << 53;

    private final Contract contract;
    private final int limit;
    private final List<ColumnRules> rules;
    private final Map<String, Integer> places;
    private final Set<String> ignored;
    private final RowRules rowRules;

    /**
     * A reader of requests that keep this contract.
     *
     * @param limit the largest number of rows of a request
     */
    public RequestReader(Contract contract, int limit) {
        this.contract = contract;
        this.limit = limit;
        rules = contract.checked().map(ColumnRules::new).toList();
        rowRules = new RowRules(contract);
        places = new HashMap<>();
        rules.forEach(rule -> places.put(rule.column().name(), places.size()));
        ignored = Set.copyOf(contract.columns().stream()
                .filter(column -> !column.isChecked())
                .map(ContractColumn::name)
                .toList());
    }

    /**
     * The rows of the request; what breaks the contract is a finding.
     *
     * @throws SlipwayException where the bytes are not JSON, have another shape, or hold too many rows
     */
    public Examined read(byte[] utf8) {
        var json = Json.parser(SOURCE, utf8);
        try (json) {
            var request = new Request(json);
            request.read();
            return request.examined();
        } catch (JacksonException e) {
            throw Json.refusal(SOURCE, json, e);
        }
    }

    private static SlipwayException shape(String what) {
        return SlipwayException.usage("REQUEST-SHAPE", what, SOURCE, "send {\"records\": [{\"column\": value, …}, …]}");
    }

    /** One request, while it is read. */
    private final class Request {
        private final JsonParser json;
        private final Faults faults = new Faults();
        private final List<Cells> columns = new ArrayList<>(rules.size());
        private int rows;

        Request(JsonParser json) {
            this.json = json;
            rules.forEach(rule -> columns.add(Cells.of(rule, faults, 1)));
        }

        void read() {
            var first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                records();
            } else if (first == JsonToken.START_OBJECT) {
                object();
            } else {
                throw shape("a request is an object or a list of records");
            }
            if (json.nextToken() != null) {
                throw shape("something follows the request");
            }
            if (rows == 0) {
                throw shape("the request has no records");
            }
        }

        private void object() {
            String name = json.nextName();
            boolean envelope = ENVELOPE.equals(name) && !places.containsKey(ENVELOPE) && !ignored.contains(ENVELOPE);
            if (!envelope) {
                fields(name);
                return;
            }
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw shape("'records' is not a list");
            }
            records();
            String next = json.nextName();
            if (next != null) {
                throw shape("unknown key '%s' beside 'records'".formatted(next));
            }
        }

        private void records() {
            for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw shape("record %d is %s, not an object".formatted(rows + 1, kind(token)));
                }
                if (rows == limit) {
                    throw new SlipwayException(
                            SlipwayException.Kind.TOO_LARGE,
                            new Problem(
                                    "REQUEST-TOO-MANY-ROWS",
                                    "the request has more than %d rows".formatted(limit),
                                    SOURCE,
                                    "send the rows in several requests"));
                }
                fields(json.nextName());
            }
        }

        private void fields(@Nullable String first) {
            for (String name = first; name != null; name = json.nextName()) {
                var token = json.nextToken();
                var place = places.get(name);
                if (place != null) {
                    cell(columns.get(place), token);
                } else {
                    unknown(name);
                    json.skipChildren();
                }
            }
            rows++;
            columns.forEach(this::absent);
        }

        private void absent(Cells cells) {
            if (cells.size() == rows) {
                return;
            }
            if (cells.rules().column().required()) {
                cells.addBroken(Rule.COLUMN, "", "is missing");
            } else {
                cells.addAbsent();
            }
        }

        private void unknown(String name) {
            if (contract.extra() == Extra.REFUSE && !ignored.contains(name)) {
                var column = ContractColumn.of(name, ColumnType.TEXT);
                String note = "is not in the contract" + Nearest.hint(name, contract.names());
                faults.add(rows, Rule.COLUMN, column, "", note);
            }
        }

        private void cell(Cells cells, JsonToken token) {
            var type = cells.rules().column().type();
            switch (token) {
                case VALUE_NULL -> cells.addNull();
                case VALUE_NUMBER_INT -> {
                    if (type == ColumnType.NUMBER || type == ColumnType.INTEGER) {
                        cells.add(json.getString());
                    } else {
                        refuse(cells, json.getString(), token);
                    }
                }
                case VALUE_NUMBER_FLOAT -> fraction(cells, type, json.getString());
                case VALUE_STRING -> {
                    if (type.textual() || type == ColumnType.TIMESTAMP) {
                        cells.add(json.getString());
                    } else {
                        refuse(cells, json.getString(), token);
                    }
                }
                case VALUE_TRUE, VALUE_FALSE -> {
                    if (type == ColumnType.BOOLEAN) {
                        cells.add(json.getString());
                    } else {
                        refuse(cells, json.getString(), token);
                    }
                }
                default -> {
                    json.skipChildren();
                    refuse(cells, token == JsonToken.START_ARRAY ? "[…]" : "{…}", token);
                }
            }
        }

        private void fraction(Cells cells, ColumnType type, String text) {
            if (type == ColumnType.NUMBER) {
                cells.add(text);
                return;
            }
            double value = NumberText.number(text);
            boolean whole = value == StrictMath.rint(value) && Math.abs(value) < EXACT;
            if (type == ColumnType.INTEGER && whole) {
                cells.add(Long.toString((long) value));
            } else {
                refuse(cells, text, JsonToken.VALUE_NUMBER_FLOAT);
            }
        }

        private void refuse(Cells cells, String value, JsonToken token) {
            cells.addBroken(Rule.TYPE, value, kind(token) + " in JSON");
        }

        Examined examined() {
            var origins = Origins.from(SOURCE, 1, rows);
            var typed = new ArrayList<Column>(columns.size());
            var nulls = new ArrayList<Integer>(columns.size());
            for (var cells : columns) {
                typed.add(cells.column());
                nulls.add(cells.nulls());
            }
            var table = Table.of(typed, origins);
            rowRules.examine(table, faults);
            return new Examined(table, faults.findings(origins), faults.bad(), nulls);
        }
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "text";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "nothing";
        };
    }
}
