package dev.slipway.algorithm;

import static com.microsoft.ml.lightgbm.lightgbmlibConstants.C_API_DTYPE_FLOAT64;

import com.microsoft.ml.lightgbm.PredictionType;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;

/** LightGBM's own scorer, asked without the wrapper, whose buffers are too small for three classes and more. */
final class NativeLightgbm implements AutoCloseable {
    private static final int ROW_MAJOR = 1;
    private static final int ALL = -1;

    private final SWIGTYPE_p_p_void booster = lightgbmlib.new_voidpp();

    NativeLightgbm(String model) {
        try {
            LGBMBooster.loadNative();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var iterations = lightgbmlib.new_intp();
        require(lightgbmlib.LGBM_BoosterLoadModelFromString(model, iterations, booster));
        lightgbmlib.delete_intp(iterations);
    }

    double[] predict(double[] matrix, int rows, int groups, PredictionType type) {
        var cells = lightgbmlib.new_doubleArray(matrix.length);
        var answers = lightgbmlib.new_doubleArray((long) rows * groups);
        var length = lightgbmlib.new_int64_tp();
        try {
            for (int cell = 0; cell < matrix.length; cell++) {
                lightgbmlib.doubleArray_setitem(cells, cell, matrix[cell]);
            }
            require(lightgbmlib.LGBM_BoosterPredictForMat(
                    lightgbmlib.voidpp_value(booster),
                    lightgbmlib.double_to_voidp_ptr(cells),
                    C_API_DTYPE_FLOAT64,
                    rows,
                    matrix.length / rows,
                    ROW_MAJOR,
                    type.getType(),
                    0,
                    ALL,
                    "verbosity=-1 num_threads=1",
                    length,
                    answers));
            if (lightgbmlib.int64_tp_value(length) != (long) rows * groups) {
                throw new IllegalStateException(lightgbmlib.int64_tp_value(length) + " answers");
            }
            var copied = new double[rows * groups];
            for (int place = 0; place < copied.length; place++) {
                copied[place] = lightgbmlib.doubleArray_getitem(answers, place);
            }
            return copied;
        } finally {
            lightgbmlib.delete_doubleArray(cells);
            lightgbmlib.delete_doubleArray(answers);
            lightgbmlib.delete_int64_tp(length);
        }
    }

    private static void require(int result) {
        if (result < 0) {
            throw new IllegalStateException(lightgbmlib.LGBM_GetLastError());
        }
    }

    @Override
    public void close() {
        require(lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(booster)));
    }
}
