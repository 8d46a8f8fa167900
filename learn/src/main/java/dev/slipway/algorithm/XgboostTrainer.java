package dev.slipway.algorithm;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.DMatrix.SparseType;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost in the child process. Its models are its own JSON. For one thread. */
final class XgboostTrainer implements Trainer {
    private final Map<Integer, DMatrix> matrices = new HashMap<>();

    /** Fails here, with the loader's own words, where the machine lacks a library such as libgomp. */
    static XgboostTrainer load() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
            return new XgboostTrainer();
        } catch (XGBoostError unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void matrix(int id, Block block) throws Refusal {
        try {
            keep(id, new DMatrix(block.values, block.rows, block.columns, Float.NaN), block.labels, block.weights);
        } catch (XGBoostError refused) {
            throw new Refusal(refused);
        }
    }

    @Override
    public void sparse(int id, SparseBlock block) throws Refusal {
        try {
            var matrix = new DMatrix(block.starts, block.features, block.values, SparseType.CSR, block.width);
            keep(id, matrix, block.labels, block.weights);
        } catch (XGBoostError refused) {
            throw new Refusal(refused);
        }
    }

    private void keep(int id, DMatrix matrix, float[] labels, float[] weights) throws XGBoostError {
        matrix.setLabel(labels);
        if (weights.length > 0) {
            matrix.setWeight(weights);
        }
        matrices.put(id, matrix);
    }

    @Override
    public byte[] train(int id, Map<String, String> settings, int rounds) throws Refusal {
        return trained(known(id), settings, rounds);
    }

    @Override
    public byte[] train(int id, int[] rows, Map<String, String> settings, int rounds) throws Refusal {
        try {
            DMatrix part = known(id).slice(rows);
            try {
                return trained(part, settings, rounds);
            } finally {
                part.dispose();
            }
        } catch (XGBoostError refused) {
            throw new Refusal(refused);
        }
    }

    private static byte[] trained(DMatrix rows, Map<String, String> settings, int rounds) throws Refusal {
        try {
            Booster booster = XGBoost.train(rows, new TreeMap<>(settings), rounds, new HashMap<>(), null, null);
            try {
                return booster.toByteArray("json");
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError refused) {
            throw new Refusal(refused);
        }
    }

    /*
     * Round by round, and not by the library's own early stopping: that needs a library of its own, to keep models on a
     * disk between rounds.
     */
    @Override
    public int rounds(int teaching, int judging, Map<String, String> settings, int most, int patience) throws Refusal {
        var judges = new DMatrix[] {known(judging)};
        var watched = new HashMap<>(Map.of("judging", judges[0]));
        try {
            Booster booster = XGBoost.train(known(teaching), new TreeMap<>(settings), 0, watched, null, null);
            try {
                return rounds(booster, known(teaching), judges, most, patience);
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError refused) {
            throw new Refusal(refused);
        }
    }

    private static int rounds(Booster booster, DMatrix teaching, DMatrix[] judges, int most, int patience)
            throws XGBoostError {
        double least = Double.POSITIVE_INFINITY;
        int best = 1;
        for (int round = 1; round <= most && round - best <= patience; round++) {
            booster.update(teaching, round - 1);
            double loss = loss(booster.evalSet(judges, new String[] {"judging"}, round - 1));
            best = loss < least ? round : best;
            least = Math.min(loss, least);
        }
        return best;
    }

    /** Said as {@code [0]\tjudging-logloss:0.5}. */
    private static double loss(String said) throws XGBoostError {
        try {
            return Double.parseDouble(said.substring(said.lastIndexOf(':') + 1).strip());
        } catch (NumberFormatException unreadable) {
            throw new XGBoostError("the loss is '" + said + "'", unreadable);
        }
    }

    @Override
    public double[] answers(int id, byte[] model, boolean link) throws Refusal {
        try {
            Booster booster = XGBoost.loadModel(model);
            try {
                float[][] answers = booster.predict(known(id), !link);
                return Arrays.stream(answers)
                        .flatMapToDouble(XgboostTrainer::wide)
                        .toArray();
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError | IOException refused) {
            throw new Refusal(refused);
        }
    }

    private static DoubleStream wide(float... values) {
        return IntStream.range(0, values.length).mapToDouble(place -> values[place]);
    }

    @Override
    public void forget(int id) throws Refusal {
        known(id).dispose();
        matrices.remove(id);
    }

    private DMatrix known(int id) throws Refusal {
        DMatrix matrix = matrices.get(id);
        if (matrix == null) {
            throw new Refusal("there is no matrix " + id);
        }
        return matrix;
    }
}
