package dev.slipway.association;

/** How often the values of two columns come together, or the numbers of one lie in the classes of another. */
final class Crossing {
    private Crossing() {}

    static Estimate cramersV(Features features, Feature left, Feature right) {
        int groups = features.exact() ? 0 : Jackknife.GROUPS;
        int width = right.distinct();
        long[][] tables = new long[groups + 1][left.distinct() * width];
        int[] one = left.codes();
        int[] other = right.codes();
        long rows = 0;
        for (int row = 0; row < one.length; row++) {
            if ((one[row] | other[row]) >= 0) {
                int cell = one[row] * width + other[row];
                tables[groups][cell]++;
                rows++;
                if (groups > 0) {
                    tables[Jackknife.group(row)][cell]++;
                }
            }
        }
        long[] all = tables[groups];
        return Jackknife.estimate(cramersV(width, all), rows, features, group -> {
            long[] without = all.clone();
            for (int cell = 0; cell < without.length; cell++) {
                without[cell] -= tables[group][cell];
            }
            return cramersV(width, without);
        });
    }

    private static double cramersV(int width, long... table) {
        int height = table.length / width;
        long[] rows = new long[height];
        long[] columns = new long[width];
        long total = 0;
        for (int cell = 0; cell < table.length; cell++) {
            rows[cell / width] += table[cell];
            columns[cell % width] += table[cell];
            total += table[cell];
        }
        double chiSquare = 0;
        for (int cell = 0; cell < table.length; cell++) {
            double expected = (double) rows[cell / width] * columns[cell % width] / total;
            if (expected > 0) {
                double off = table[cell] - expected;
                chiSquare += off * off / expected;
            }
        }
        long least = Math.min(used(rows), used(columns));
        return least < 2 ? Double.NaN : Math.min(1, Math.sqrt(chiSquare / total / (least - 1)));
    }

    private static long used(long... counts) {
        long used = 0;
        for (long count : counts) {
            used += count > 0 ? 1 : 0;
        }
        return used;
    }

    /** The share of the variance of the numbers that lies between the classes. */
    static Estimate correlationRatio(Features features, Feature numbers, Feature classes) {
        int[] rows = Line.common(numbers, classes);
        double[] values = numbers.numbers();
        double middle = 0;
        for (int i = 0; i < rows.length; i++) {
            middle += (values[rows[i]] - middle) / (i + 1);
        }
        int groups = features.exact() ? 0 : Jackknife.GROUPS;
        double[][] sums = new double[groups + 1][classes.distinct()];
        double[][] counts = new double[groups + 1][classes.distinct()];
        double[] squares = new double[groups + 1];
        for (int row : rows) {
            double value = values[row] - middle;
            int of = classes.codes()[row];
            sums[groups][of] += value;
            counts[groups][of]++;
            squares[groups] += value * value;
            if (groups > 0) {
                int group = Jackknife.group(row);
                sums[group][of] += value;
                counts[group][of]++;
                squares[group] += value * value;
            }
        }
        double all = ratio(sums[groups], counts[groups], squares[groups]);
        return Jackknife.estimate(all, rows.length, features, group -> {
            double[] sum = sums[groups].clone();
            double[] count = counts[groups].clone();
            for (int of = 0; of < sum.length; of++) {
                sum[of] -= sums[group][of];
                count[of] -= counts[group][of];
            }
            return ratio(sum, count, squares[groups] - squares[group]);
        });
    }

    private static double ratio(double[] sums, double[] counts, double squares) {
        double sum = 0;
        double count = 0;
        double between = 0;
        for (int of = 0; of < sums.length; of++) {
            if (counts[of] > 0) {
                sum += sums[of];
                count += counts[of];
                between += sums[of] * sums[of] / counts[of];
            }
        }
        double correction = sum * sum / count;
        double total = squares - correction;
        return total > 0 ? Math.max(0, Math.min(1, (between - correction) / total)) : Double.NaN;
    }
}
