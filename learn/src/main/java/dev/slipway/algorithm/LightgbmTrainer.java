package dev.slipway.algorithm;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * LightGBM in the child process. Its models are its own text. Rows are kept as they came and put into bins for each
 * training, since the bins belong to the settings. For one thread.
 */
final class LightgbmTrainer implements Trainer {
    private final Map<Integer, Block> blocks = new HashMap<>();

    /** Fails here, with the loader's own words, where the machine lacks a library such as libgomp. */
    static LightgbmTrainer load() {
        try {
            LGBMBooster.loadNative();
            return new LightgbmTrainer();
        } catch (IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void matrix(int id, Block block) {
        blocks.put(id, block);
    }

    /** For LightGBM what is not there is zero, not missing: {@link NativeLibrary#takesSparseRows} says so before. */
    @Override
    public void sparse(int id, SparseBlock block) throws Refusal {
        throw new Refusal("LightGBM takes whole rows");
    }

    private static LGBMDataset dataset(Block block, String settings) throws LGBMException {
        // Nothing is compared with other rows' bins, so there is no data set to refer to.
        var dataset = LGBMDataset.createFromMat(block.values, block.rows, block.columns, true, settings, null);
        dataset.setField("label", block.labels);
        if (block.weights.length > 0) {
            dataset.setField("weight", block.weights);
        }
        return dataset;
    }

    private static String written(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    @Override
    public byte[] train(int id, Map<String, String> settings, int rounds) throws Refusal {
        return trained(known(id), written(settings), rounds);
    }

    @Override
    public byte[] train(int id, int[] rows, Map<String, String> settings, int rounds) throws Refusal {
        return trained(part(known(id), rows), written(settings), rounds);
    }

    private static Block part(Block block, int... rows) {
        var values = new float[rows.length * block.columns];
        var labels = new float[rows.length];
        var weights = new float[block.weights.length == 0 ? 0 : rows.length];
        for (int to = 0; to < rows.length; to++) {
            System.arraycopy(block.values, rows[to] * block.columns, values, to * block.columns, block.columns);
            labels[to] = block.labels[rows[to]];
            if (weights.length > 0) {
                weights[to] = block.weights[rows[to]];
            }
        }
        return new Block(values, rows.length, block.columns, labels, weights);
    }

    private static byte[] trained(Block block, String settings, int rounds) throws Refusal {
        try (var dataset = dataset(block, settings);
                var booster = LGBMBooster.create(dataset, settings)) {
            boolean finished = false;
            for (int round = 0; round < rounds && !finished; round++) {
                finished = booster.updateOneIter();
            }
            return withoutThreads(booster.saveModelToString(0, -1, FeatureImportanceType.SPLIT))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (LGBMException refused) {
            throw new Refusal(refused);
        }
    }

    /** The library notes how many threads grew the trees; the same trees are to be the same file. */
    private static String withoutThreads(String model) {
        return model.replaceFirst("(?m)^\\[num_threads: \\d+]$", "[num_threads: 0]");
    }

    @Override
    public int rounds(int teaching, int judging, Map<String, String> settings, int most, int patience) throws Refusal {
        var text = written(settings);
        var rows = known(teaching);
        try (var dataset = dataset(rows, text);
                var others = validation(known(judging), text, dataset);
                var booster = LGBMBooster.create(dataset, text)) {
            booster.addValidData(others);
            double least = Double.POSITIVE_INFINITY;
            int best = 1;
            boolean finished = false;
            for (int round = 1; round <= most && round - best <= patience && !finished; round++) {
                finished = booster.updateOneIter();
                double loss = booster.getEval(1)[0];
                best = loss < least ? round : best;
                least = Math.min(loss, least);
            }
            return best;
        } catch (LGBMException refused) {
            throw new Refusal(refused);
        }
    }

    private static LGBMDataset validation(Block block, String settings, LGBMDataset teaching) throws LGBMException {
        var dataset = LGBMDataset.createFromMat(block.values, block.rows, block.columns, true, settings, teaching);
        dataset.setField("label", block.labels);
        if (block.weights.length > 0) {
            dataset.setField("weight", block.weights);
        }
        return dataset;
    }

    @Override
    public double[] answers(int id, byte[] model, boolean link) throws Refusal {
        var block = known(id);
        var kind = link ? PredictionType.C_API_PREDICT_NORMAL : PredictionType.C_API_PREDICT_RAW_SCORE;
        try (var booster = LGBMBooster.loadModelFromString(new String(model, StandardCharsets.UTF_8))) {
            return booster.predictForMat(block.values, block.rows, block.columns, true, kind);
        } catch (LGBMException refused) {
            throw new Refusal(refused);
        }
    }

    @Override
    public void forget(int id) throws Refusal {
        known(id);
        blocks.remove(id);
    }

    private Block known(int id) throws Refusal {
        Block block = blocks.get(id);
        if (block == null) {
            throw new Refusal("there is no matrix " + id);
        }
        return block;
    }
}
