package dev.slipway.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.expression.Expression;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.Forest;
import dev.slipway.tree.LightgbmTrees;
import dev.slipway.tree.XgboostTrees;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How each kind of model is written into its folder: values, and a file in the library's own format where there is one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ModelFile.Constant.class, name = "constant"),
    @JsonSubTypes.Type(value = ModelFile.Rule.class, name = "rule"),
    @JsonSubTypes.Type(value = ModelFile.Linear.class, name = "linear"),
    @JsonSubTypes.Type(value = ModelFile.Trees.class, name = "trees"),
    @JsonSubTypes.Type(value = ModelFile.Onnx.class, name = "onnx"),
    @JsonSubTypes.Type(value = ModelFile.Lightgbm.class, name = "lightgbm"),
    @JsonSubTypes.Type(value = ModelFile.Grown.class, name = "forest"),
    @JsonSubTypes.Type(value = ModelFile.Clusters.class, name = "clusters"),
    @JsonSubTypes.Type(value = ModelFile.Isolation.class, name = "isolation")
})
sealed interface ModelFile {
    /** What XGBoost wrote, beside pipeline.json. */
    String XGBOOST = "model.xgboost.json";

    /** The same in XGBoost's binary form. */
    String XGBOOST_BINARY = "model.xgboost.ubj";

    /** What LightGBM wrote, beside pipeline.json. */
    String LIGHTGBM = "model.lightgbm.txt";

    /** A model in the ONNX format, beside pipeline.json. */
    String ONNX = "model.onnx";

    /** A forest of ours, beside pipeline.json. */
    String FOREST = "model.forest.json";

    /**
     * @param files other files of the folder, by name
     * @param target what the model answers
     */
    Model model(Map<String, byte[]> files, Target target);

    /** The share of each class. */
    record Constant(List<Double> shares) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new ConstantModel(shares);
        }
    }

    /** An expression. */
    record Rule(String expression) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new RuleModel(Expression.parse(expression), target);
        }
    }

    /** A linear function of columns, or a list of them: one a class. */
    record Linear(List<String> columns, List<Double> standIns, JsonNode function) implements ModelFile {
        static Linear of(LinearModel model) {
            var functions = model.functions().stream().map(LinearFunction::json).toList();
            JsonNode written = functions.size() == 1
                    ? functions.get(0)
                    : JsonNodeFactory.instance.arrayNode().addAll(functions);
            return new Linear(model.columns(), model.standIns(), written);
        }

        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            if (function.isArray()) {
                var functions =
                        function.valueStream().map(LinearFunction::fromJson).toList();
                return new LinearModel(columns, standIns, LinearModel.Answer.CLASSES, functions);
            }
            var answer = target instanceof Target.Quantity ? LinearModel.Answer.NUMBER : LinearModel.Answer.PROBABILITY;
            return new LinearModel(columns, standIns, answer, List.of(LinearFunction.fromJson(function)));
        }
    }

    /** Trees over columns; the trees are in a file of their own. */
    record Trees(List<String> columns, String file) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new TreeModel(columns, XgboostTrees.read(bytes(files, file)));
        }
    }

    /** An ONNX model over columns, in a file of its own. */
    record Onnx(List<String> columns, String file) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new OnnxModel(columns, target, bytes(files, file));
        }
    }

    /** LightGBM's trees over columns; they are in a file of their own. */
    record Lightgbm(List<String> columns, String file) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new TreeModel(columns, LightgbmTrees.read(bytes(files, file)));
        }
    }

    /** A forest over columns; its trees are in a file of their own. */
    record Grown(List<String> columns, String file) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new TreeModel(columns, Forest.read(bytes(files, file)));
        }
    }

    private static byte[] bytes(Map<String, byte[]> files, String file) {
        var bytes = files.get(file);
        if (bytes == null) {
            throw SlipwayException.refused(
                    "MODEL-DAMAGED",
                    "pipeline.json names a file that is not there: '%s'".formatted(file),
                    ModelFolder.PIPELINE,
                    "restore the model folder from its source, or train again");
        }
        return bytes;
    }

    /** Centres over columns. */
    record Clusters(List<String> columns, List<List<Double>> centres) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new ClusterModel(columns, centres);
        }
    }

    /** A forest of random questions over columns; its trees are in a file of their own. */
    record Isolation(List<String> columns, int sample, String file) implements ModelFile {
        @Override
        public Model model(Map<String, byte[]> files, Target target) {
            return new IsolationModel(columns, Forest.read(bytes(files, file)), sample);
        }
    }

    /** The values of the model; puts files of its own beside them. */
    static ModelFile of(Model model, Map<String, byte[]> files) {
        if (model instanceof ConstantModel constant) {
            return new Constant(constant.shares());
        }
        if (model instanceof RuleModel rule) {
            return new Rule(rule.text());
        }
        if (model instanceof LinearModel linear) {
            return Linear.of(linear);
        }
        if (model instanceof TreeModel trees) {
            return of(trees, files);
        }
        if (model instanceof ClusterModel clusters) {
            return new Clusters(clusters.columns(), clusters.centres());
        }
        if (model instanceof IsolationModel isolation) {
            files.put(FOREST, isolation.trees().file());
            return new Isolation(isolation.columns(), isolation.sample(), FOREST);
        }
        if (model instanceof OnnxModel onnx) {
            files.put(ONNX, onnx.file());
            return new Onnx(onnx.columns(), ONNX);
        }
        throw new IllegalArgumentException("no file format for " + model.getClass());
    }

    private static ModelFile of(TreeModel model, Map<String, byte[]> files) {
        var trees = model.trees();
        if (trees instanceof LightgbmTrees) {
            files.put(LIGHTGBM, trees.file());
            return new Lightgbm(model.columns(), LIGHTGBM);
        }
        if (trees instanceof Forest) {
            files.put(FOREST, trees.file());
            return new Grown(model.columns(), FOREST);
        }
        boolean binary = trees instanceof XgboostTrees xgboost && xgboost.isBinary();
        String name = binary ? XGBOOST_BINARY : XGBOOST;
        files.put(name, trees.file());
        return new Trees(model.columns(), name);
    }
}
