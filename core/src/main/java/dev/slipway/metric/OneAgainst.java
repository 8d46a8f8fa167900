package dev.slipway.metric;

import java.util.stream.IntStream;

/** Areas under the curves of more than two classes, made of those of two. */
final class OneAgainst {
    private OneAgainst() {}

    /** The mean area of each class against all others; NaN where a class does not occur. */
    static double rest(Answers answers, boolean byRows) {
        double sum = 0;
        double whole = 0;
        for (int wanted = 0; wanted < answers.classes(); wanted++) {
            int label = wanted;
            var ranking = Ranking.of(answers, label, row -> answers.label(row) == label ? 1 : 0);
            double weight = byRows ? ranking.positives() : 1;
            sum += weight * ranking.area();
            whole += weight;
        }
        return sum / whole;
    }

    /** The mean area over the pairs of classes that occur, each pair seen from both sides; NaN where fewer than two do. */
    static double one(Answers answers, boolean byRows) {
        var support = Confusion.of(answers);
        int[] present = IntStream.range(0, answers.classes())
                .filter(label -> support.support(label) > 0)
                .toArray();
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < present.length; i++) {
            for (int j = i + 1; j < present.length; j++) {
                int first = present[i];
                int second = present[j];
                double weight = byRows ? support.support(first) + support.support(second) : 1;
                sum += weight * (between(answers, first, second) + between(answers, second, first)) / 2;
                whole += weight;
            }
        }
        return sum / whole;
    }

    private static double between(Answers answers, int positive, int negative) {
        return Ranking.of(answers, positive, row -> {
                    int label = answers.label(row);
                    return label == positive ? 1 : label == negative ? 0 : -1;
                })
                .area();
    }
}
