package dev.slipway.model;

import dev.slipway.contract.ContractColumn;
import dev.slipway.document.Json;
import dev.slipway.table.ColumnType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code MLmodel} file, by which MLflow knows what a model takes and gives. */
final class MlflowModel {
    private MlflowModel() {}

    static String yaml(ServedModel model) {
        var inputs = model.contract().columns().stream()
                .filter(ContractColumn::required)
                .map(MlflowModel::input)
                .toList();
        var outputs = List.of(Map.of(
                "type",
                "double",
                "name",
                model.target() instanceof Target.Quantity quantity ? quantity.column() : "probability"));
        return """
                # Slipway's own flavor alone: a native one would take prepared numbers, not these columns.
                flavors:
                  slipway:
                    format: 1
                    pipeline: pipeline.json
                run_id: '%s'
                signature:
                  inputs: '%s'
                  outputs: '%s'
                """.formatted(model.card().run(), quoted(inputs), quoted(outputs));
    }

    private static Map<String, Object> input(ContractColumn column) {
        var input = new LinkedHashMap<String, Object>();
        input.put("type", type(column.type()));
        input.put("name", column.name());
        input.put("required", column.missing() == 0);
        return input;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case NUMBER -> "double";
            case INTEGER -> "long";
            case BOOLEAN -> "boolean";
            case TIMESTAMP -> "datetime";
            case CATEGORY, TEXT -> "string";
            case VECTOR -> throw type.notOfData();
        };
    }

    private static String quoted(Object json) {
        return Json.write(json).replace("'", "''");
    }
}
