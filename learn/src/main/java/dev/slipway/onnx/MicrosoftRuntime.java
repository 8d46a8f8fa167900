package dev.slipway.onnx;

import dev.slipway.model.OnnxModel;
import dev.slipway.model.OnnxRuntime;
import dev.slipway.problem.SlipwayException;
import java.util.List;

/** Microsoft's ONNX Runtime, on one thread a call, where its library lies beside the program. */
public final class MicrosoftRuntime implements OnnxRuntime {
    /* Names no class of the library, so that it can be loaded without it and say so. */
    @Override
    public Session open(byte[] file, List<String> columns, List<String> labels) {
        try {
            return OnnxSession.open(file, columns, labels);
        } catch (NoClassDefFoundError | UnsatisfiedLinkError absent) {
            throw OnnxModel.missing();
        }
    }

    static SlipwayException refused(String code, String what) {
        return SlipwayException.refused(
                code,
                what,
                "the ONNX model",
                "export the model again, with one input of floats, or one for each column of the contract");
    }
}
