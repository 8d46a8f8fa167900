package dev.slipway.project;

import dev.slipway.evaluation.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is learned from.
 *
 * @param train the files, at least one; together they are the data
 * @param target the column to predict; without one, rows are grouped
 * @param task what kind of answer the target is, where that cannot be told from its values
 * @param positive the class that is asked about; where it is not said, the later one in order
 * @param weight the column that says how much each row counts; all the same where there is none
 * @param split how rows are parted into those that teach and those that judge
 */
public record Data(
        List<DataFile> train,
        Optional<String> target,
        Optional<Task> task,
        Optional<String> positive,
        Optional<String> weight,
        Split split) {
    /** The kinds of answers. */
    public enum Task {
        CLASSIFICATION,
        REGRESSION
    }

    public Data {
        train = List.copyOf(train);
    }

    /** Of the split, and of everything else that is drawn. */
    public long seed() {
        return split.seed();
    }

    /** The files, as they are written on a command line. */
    public String files() {
        return train.stream().map(DataFile::file).map(Path::toString).collect(Collectors.joining(" "));
    }
}
