package dev.slipway.algorithm;

import com.esotericsoftware.kryo.KryoSerializable;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import org.apache.commons.logging.LogFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;

/** The libraries that grow trees in a process of their own. */
public enum NativeLibrary {
    XGBOOST("XGBoost", "xgboost") {
        @Override
        List<Class<?>> needed() {
            return List.of(Booster.class, KryoSerializable.class, LogFactory.class);
        }

        @Override
        Trainer load() {
            return XgboostTrainer.load();
        }

        @Override
        boolean takesSparseRows() {
            return true;
        }
    },
    LIGHTGBM("LightGBM", "lightgbm") {
        @Override
        List<Class<?>> needed() {
            return List.of(LGBMBooster.class, LoggerFactory.class, NOPServiceProvider.class);
        }

        @Override
        Trainer load() {
            return LightgbmTrainer.load();
        }
    };

    private final String label;
    private final String candidate;

    NativeLibrary(String label, String candidate) {
        this.label = label;
        this.candidate = candidate;
    }

    /** The trainer, with the native library loaded: only in the child process. */
    abstract Trainer load();

    /** Whether it can be handed {@link SparseRows}: what is not there is missing. */
    boolean takesSparseRows() {
        return false;
    }

    /** As its makers write it. */
    String label() {
        return label;
    }

    /** The kind of candidate in {@code slipway.yaml} that needs it. */
    String candidate() {
        return candidate;
    }

    /** One class of each jar without which it cannot run. Asked by the parent: the child of one library has no other's. */
    abstract List<Class<?>> needed();
}
