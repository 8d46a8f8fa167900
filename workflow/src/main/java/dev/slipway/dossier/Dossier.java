package dev.slipway.dossier;

import dev.slipway.analysis.Clusters;
import dev.slipway.analysis.Fairness;
import dev.slipway.analysis.LabelSuspects;
import dev.slipway.analysis.Slices;
import dev.slipway.analysis.StrangestRow;
import dev.slipway.explain.ErrorGroups;
import dev.slipway.explain.ModelExplanation;
import dev.slipway.project.Purpose;
import dev.slipway.search.LearningCurve;
import dev.slipway.search.ParameterCost;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All there is to say of a training run and of the model it chose. Figures of quality are of rows that the answering model
 * had not seen. A part that has no meaning for the target, or nothing to be measured on, is empty.
 *
 * @param format of this record
 * @param model the project's name
 * @param run of the training
 * @param time when it began, ISO 8601
 * @param purpose why the model exists
 * @param provenance data, contract, code, environment and hardware, as the run's tags say
 * @param data what was learned from
 * @param metric that decided
 * @param candidates the winner first
 * @param why the winner won
 * @param warnings what a reader must know before believing the figures
 * @param quality of the winner
 * @param slices on which the winner does worse
 * @param fairness over the groups of sensitive columns
 * @param suspects rows whose label is in doubt
 * @param explanation of the winner
 * @param errors the rows the winner is most wrong about, and what they share
 * @param worst where the rows of {@code errors.first()} stand
 * @param spent seconds, processor seconds and money of the training
 * @param bill the same in words
 * @param parameterCosts what more of a parameter costs
 * @param curve the metric against the share of the rows; where it was asked for
 * @param clusters what the rows of each cluster share; of models that answer with clusters
 * @param strangest rows; of models that answer how strange a row is
 */
public record Dossier(
        int format,
        String model,
        String run,
        String time,
        Purpose purpose,
        SortedMap<String, String> provenance,
        DataFacts data,
        String metric,
        List<Entry> candidates,
        String why,
        List<String> warnings,
        Quality quality,
        Optional<Slices> slices,
        List<Fairness> fairness,
        Optional<LabelSuspects> suspects,
        ModelExplanation explanation,
        Optional<ErrorGroups> errors,
        List<String> worst,
        SortedMap<String, Double> spent,
        String bill,
        List<ParameterCost> parameterCosts,
        Optional<LearningCurve> curve,
        Optional<Clusters> clusters,
        List<StrangestRow> strangest) {
    /** The format this program writes. */
    public static final int FORMAT = 1;

    public Dossier {
        provenance = Collections.unmodifiableSortedMap(provenance);
        candidates = List.copyOf(candidates);
        warnings = List.copyOf(warnings);
        fairness = List.copyOf(fairness);
        worst = List.copyOf(worst);
        strangest = List.copyOf(strangest);
        parameterCosts = List.copyOf(parameterCosts);
        spent = Collections.unmodifiableSortedMap(spent);
    }

    /**
     * What was learned from.
     *
     * @param rows that taught and judged
     * @param columns a model may read
     * @param target empty where there was none
     * @param labels the classes; empty where a number is answered
     * @param split how rows were parted
     * @param why it was done so
     */
    public record DataFacts(
            int rows, int columns, String target, List<String> labels, String split, String why, int folds) {
        public DataFacts {
            labels = List.copyOf(labels);
        }
    }

    /**
     * One candidate.
     *
     * @param run of its own
     * @param metrics means over the folds, and what was measured; deviations end in {@code _sd}
     * @param trials how many were tried of it
     * @param cpuSeconds of all its trials
     */
    public record Entry(
            String name,
            String run,
            SortedMap<String, String> parameters,
            SortedMap<String, Double> metrics,
            int trials,
            double cpuSeconds) {
        public Entry {
            parameters = Collections.unmodifiableSortedMap(parameters);
            metrics = Collections.unmodifiableSortedMap(metrics);
        }
    }
}
