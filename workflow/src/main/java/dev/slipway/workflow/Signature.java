package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Role;
import dev.slipway.metric.Answers;
import dev.slipway.model.Model;
import dev.slipway.model.OnnxModel;
import dev.slipway.model.Predictions;
import dev.slipway.model.Target;
import dev.slipway.model.TreeModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import dev.slipway.tree.LightgbmTrees;
import dev.slipway.tree.Trees;
import dev.slipway.tree.Trees.Answer;
import dev.slipway.tree.TreesFile;
import dev.slipway.tree.XgboostTrees;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a model made elsewhere takes and answers, in the words of a contract.
 *
 * @param parameters for people: what it is
 */
record Signature(Model model, Target target, SortedMap<String, String> parameters) {
    /** @throws SlipwayException where the file is no model, or where the contract's columns are not those of the model */
    static Signature of(byte[] file, String name, Contract contract, Path contractFile) {
        if (OnnxModel.isLikely(file)) {
            return ofOnnx(file, contract, contractFile);
        }
        var trees = TreesFile.read(file, name);
        var target = target(trees, answer(contract, contractFile), contractFile);
        return new Signature(new TreeModel(columns(trees, contract, contractFile), trees), target, parameters(trees));
    }

    private static Signature ofOnnx(byte[] file, Contract contract, Path contractFile) {
        var columns = readable(contract);
        columns.forEach(column -> requireNumbers(contract, column, contractFile));
        var answer = answer(contract, contractFile);
        var labels = labels(answer, 0);
        if (labels.isEmpty() && !answer.type().quantity()) {
            throw refused(
                    "the target is %s, and its classes are not said"
                            .formatted(answer.type().label()),
                    "%s, column '%s'".formatted(contractFile, answer.name()),
                    "give it a set: the classes in the order of the model's");
        }
        var target = labels.isEmpty() ? new Target.Quantity(answer.name()) : new Target.Classes(answer.name(), labels);
        var parameters = new TreeMap<>(Map.of("library", "ONNX", "features", Integer.toString(columns.size())));
        return new Signature(new OnnxModel(columns, target, file), target, parameters);
    }

    private static ContractColumn answer(Contract contract, Path file) {
        var answers = contract.columns().stream()
                .filter(column -> column.role() == Role.TARGET)
                .toList();
        if (answers.size() != 1) {
            throw refused(
                    "%d columns have the role target".formatted(answers.size()),
                    file.toString(),
                    "give the one column that the model answers the role target");
        }
        return answers.get(0);
    }

    private static List<String> readable(Contract contract) {
        return contract.columns().stream()
                .filter(column -> column.role().isForModels())
                .map(ContractColumn::name)
                .toList();
    }

    private static SlipwayException refused(String what, String where, String fix) {
        return SlipwayException.refused("REGISTER-CONTRACT", what, where, fix);
    }

    /** By the names the library kept, where it kept any; else in the contract's order. */
    private static List<String> columns(Trees trees, Contract contract, Path file) {
        var readable = readable(contract);
        var named = names(trees);
        boolean byName = !named.isEmpty() && readable.containsAll(named);
        if (!byName && readable.size() != trees.features()) {
            throw refused(
                    "the model takes %d features, %s; the contract has %d columns that a model may read"
                            .formatted(trees.features(), some(named), readable.size()),
                    file.toString(),
                    "give each feature of the model a column, in its order or by its name; the others the role ignore");
        }
        var columns = byName ? named : readable;
        columns.forEach(column -> requireNumbers(contract, column, file));
        return columns;
    }

    private static String some(List<String> names) {
        return names.isEmpty()
                ? "without names"
                : String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? ", …" : "");
    }

    private static void requireNumbers(Contract contract, String name, Path file) {
        contract.find(name).filter(column -> !column.type().numeric()).ifPresent(column -> {
            throw refused(
                    "the model reads numbers, and this column is %s"
                            .formatted(column.type().label()),
                    "%s, column '%s'".formatted(file, name),
                    "send what the model was trained on: the number of each category, not its word");
        });
    }

    private static List<String> names(Trees trees) {
        if (trees instanceof XgboostTrees xgboost) {
            return xgboost.featureNames();
        }
        return trees instanceof LightgbmTrees lightgbm ? lightgbm.featureNames() : List.of();
    }

    private static Target target(Trees trees, ContractColumn column, Path file) {
        if (trees.answer() == Answer.NUMBER) {
            if (!column.type().quantity()) {
                throw refused(
                        "the model answers a number, and the target is "
                                + column.type().label(),
                        "%s, column '%s'".formatted(file, column.name()),
                        "train for classes (binary:logistic, multi:softprob), or name the column the number stands for");
            }
            return new Target.Quantity(column.name());
        }
        int classes = trees.answer() == Answer.PROBABILITY ? 2 : trees.groups();
        var labels = labels(column, classes);
        if (labels.size() != classes) {
            throw refused(
                    "the model knows %d classes, the target allows %s".formatted(classes, labels),
                    "%s, column '%s'".formatted(file, column.name()),
                    "give the target a set of exactly these classes, in the order of their numbers in training");
        }
        return new Target.Classes(column.name(), labels);
    }

    private static List<String> labels(ContractColumn column, int classes) {
        if (!column.set().isEmpty()) {
            return column.set();
        }
        if (column.type() == ColumnType.BOOLEAN) {
            return List.of("false", "true");
        }
        return column.type() == ColumnType.INTEGER
                ? IntStream.range(0, classes).mapToObj(String::valueOf).toList()
                : List.of();
    }

    private static SortedMap<String, String> parameters(Trees trees) {
        var parameters = new TreeMap<String, String>();
        parameters.put("trees", Integer.toString(trees.size()));
        parameters.put("features", Integer.toString(trees.features()));
        if (trees instanceof XgboostTrees xgboost) {
            parameters.put("library", "XGBoost");
            parameters.put("objective", xgboost.objective());
        } else if (trees instanceof LightgbmTrees) {
            parameters.put("library", "LightGBM");
        }
        return parameters;
    }

    /** Predictions beside what the rows say. */
    static Answers answers(Target target, Predictions answered, Table rows) {
        var truth = rows.column(target.column());
        var places = IntStream.range(0, rows.rows());
        if (target instanceof Target.Quantity) {
            return Answers.ofNumbers(places.mapToDouble(truth::number).toArray(), answered.numbers());
        }
        int[] labels = places.map(row -> label(target, truth.text(row), row)).toArray();
        return Answers.ofClasses(target.labels().size(), labels, answered.probabilities());
    }

    private static int label(Target target, String text, int row) {
        int place = target.labels().indexOf(text);
        if (place < 0) {
            throw refused(
                    "'%s' is none of the classes %s".formatted(text, target.labels()),
                    "row %d, column '%s'".formatted(row + 1, target.column()),
                    "correct the row, or the set of the target in the contract");
        }
        return place;
    }
}
