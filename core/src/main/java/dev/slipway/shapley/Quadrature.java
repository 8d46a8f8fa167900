package dev.slipway.shapley;

import dev.slipway.problem.SlipwayException;
import java.util.HashMap;
import java.util.Map;

/**
 * Points and weights by which polynomials are integrated from 0 to 1 without error but rounding: Gauss and Legendre's. As
 * many points as {@code n} are enough for a polynomial of degree {@code 2n - 1}.
 */
final class Quadrature {
    /** Roots are found to the last bit in five or six steps. */
    private static final int STEPS = 20;

    private static final int DEEPEST = 1_000;

    private final double[] points;
    private final double[] weights;

    private Quadrature(int size) {
        points = new double[size];
        weights = new double[size];
        for (int place = 0; place < size; place++) {
            double root = root(size, place);
            double slope = slope(size, root);
            points[place] = (1 - root) / 2;
            weights[place] = 1 / ((1 - root * root) * slope * slope);
        }
    }

    /** The rules made so far: many trees need the same few. For one thread. */
    static final class Rules {
        private final Map<Integer, Quadrature> made = new HashMap<>();

        /** Enough points for polynomials of this degree; below 0 for none at all. */
        Quadrature ofDegree(int degree) {
            if (degree > DEEPEST) {
                throw SlipwayException.refused(
                        "EXPLAIN-TREE-DEEP",
                        "a path through a tree asks about %,d columns".formatted(degree + 1),
                        "the trees of the model",
                        "train shallower trees: contributions are for paths of up to %,d columns".formatted(DEEPEST));
            }
            return made.computeIfAbsent(Math.max(degree, 0) / 2 + 1, Quadrature::new);
        }
    }

    private static double root(int size, int place) {
        double root = StrictMath.cos(Math.PI * (place + 0.75) / (size + 0.5));
        for (int step = 0; step < STEPS; step++) {
            root -= legendre(size, root) / slope(size, root);
        }
        return root;
    }

    private static double legendre(int degree, double at) {
        double before = 1;
        double value = at;
        for (int next = 2; next <= degree; next++) {
            double following = ((2 * next - 1) * at * value - (next - 1) * before) / next;
            before = value;
            value = following;
        }
        return degree == 0 ? 1 : value;
    }

    private static double slope(int degree, double at) {
        return degree * (at * legendre(degree, at) - legendre(degree - 1, at)) / (at * at - 1);
    }

    int size() {
        return points.length;
    }

    double point(int place) {
        return points[place];
    }

    double weight(int place) {
        return weights[place];
    }
}
