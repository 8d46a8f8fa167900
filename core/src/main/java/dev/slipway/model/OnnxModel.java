package dev.slipway.model;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A model in the ONNX format, made elsewhere, over numeric columns. It is the one kind of model that we do not answer ourselves:
 * a runtime beside the program does, in single precision, so its answers are held to {@link #TOLERANCE} and not to the bit.
 */
public final class OnnxModel implements Model {
    /** How far answers may lie from those of another machine, in probability, or relative to a number above one. */
    public static final double TOLERANCE = 1e-5;

    private final List<String> columns;
    private final Target target;
    private final byte[] file;
    private final OnnxRuntime.Session session;

    /**
     * Loads the model.
     *
     * @param columns the features, in order; their names are those of the inputs where the model has several
     * @throws SlipwayException where there is no runtime, or where the model does not fit columns or target
     */
    public OnnxModel(List<String> columns, Target target, byte[] file) {
        this.columns = List.copyOf(columns);
        this.target = target;
        this.file = file.clone();
        this.session = runtime().open(file.clone(), this.columns, target.labels());
    }

    private static OnnxRuntime runtime() {
        return ServiceLoader.load(OnnxRuntime.class, OnnxRuntime.class.getClassLoader())
                .findFirst()
                .orElseThrow(OnnxModel::missing);
    }

    /** The problem of a program that has no runtime. */
    public static SlipwayException missing() {
        return SlipwayException.refused(
                "ONNX-RUNTIME",
                "an ONNX model needs the ONNX runtime, which is not part of the program: 54 MB that few need",
                "the model's file",
                "put onnxruntime-1.29.0.jar (com.microsoft.onnxruntime:onnxruntime on Maven Central) beside the program's"
                        + " other libraries, and start it again");
    }

    /** Whether these bytes begin like an ONNX model: the version of the format, a small number, comes first. */
    public static boolean isLikely(byte[] file) {
        return file.length > 2 && file[0] == 8 && file[1] > 0 && file[1] < 64;
    }

    /** What travels: the file, which is loaded again where it arrives. */
    private static final class Written implements Serializable {
        private final List<String> columns;
        private final Target target;
        private final byte[] file;

        Written(List<String> columns, Target target, byte[] file) {
            this.columns = columns;
            this.target = target;
            this.file = file;
        }

        private Object readResolve() {
            return new OnnxModel(columns, target, file);
        }
    }

    private Object writeReplace() {
        return new Written(columns, target, file);
    }

    @Override
    public Predictions predict(Table table) {
        double[] answers = session.answers(Matrix.doubles(table, columns), table.rows());
        return target instanceof Target.Classes classes
                ? Predictions.of(classes.labels().size(), answers)
                : Predictions.ofNumbers(answers);
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(columns);
    }

    @Override
    public double tolerance() {
        return TOLERANCE;
    }

    public List<String> columns() {
        return columns;
    }

    /** The file, as it came. */
    public byte[] file() {
        return file.clone();
    }
}
