package dev.slipway.cli;

import dev.slipway.document.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** The files of {@link BadInputTest}: one good one, and what can be wrong with it. */
final class BadInputFiles {
    private static final String HEADER = "id,age,class,fare,survived";

    private static final String FEATURES = "[{onehot: {columns: [class]}}]";
    private static final String CANDIDATES = "[{baseline: majority}, {logistic: {}}]";

    private BadInputFiles() {}

    static String hash(Path file) throws IOException {
        return Sha256.of(Files.readAllBytes(file));
    }

    static void write(Path folder) throws IOException {
        var good = rows();
        csv(folder, "good.csv", good);
        csv(folder, "two.csv", good.subList(0, 2));
        csv(folder, "few.csv", good.subList(0, 40));
        csv(folder, "header.csv", List.of());
        csv(folder, "onevalue.csv", changed(good, 4, row -> "yes"));
        csv(folder, "onemember.csv", changed(good, 4, id -> id.equals("p0") ? "yes" : "no"));
        csv(folder, "constant.csv", changed(good, 3, id -> "7"));
        csv(folder, "nofares.csv", changed(good, 3, id -> ""));
        csv(folder, "bad.csv", changed(good.subList(0, 6), 1, id -> id.equals("p5") ? "old" : "20"));
        Files.writeString(folder.resolve("twice.csv"), "id,age,age\n1,2,3\n");
        Files.writeString(
                folder.resolve("nofare.csv"),
                good.stream()
                        .map(row -> row[0] + "," + row[1] + "," + row[2] + "," + row[4])
                        .collect(Collectors.joining("\n", "id,age,class,survived\n", "\n")));
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("x.json"), "[{\"a\": {\"b\": 1}}]");
        Files.writeString(folder.resolve("afile"), "hello");
        Files.createDirectories(folder.resolve("afolder"));
        Files.createDirectories(folder.resolve("taken/bad.csv"));
        var garbage = new byte[3_000];
        new SplittableRandom(7).nextBytes(garbage);
        garbage[0] = (byte) 0xF1;
        Files.write(folder.resolve("garbage.csv"), garbage);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(folder.resolve("good.csv")));
        }
        Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    }

    private static List<String[]> rows() {
        var random = new SplittableRandom(3);
        return IntStream.range(0, 200)
                .mapToObj(i -> {
                    int age = random.nextInt(18, 80);
                    var kind = List.of("a", "b", "c").get(random.nextInt(3));
                    boolean survived = random.nextDouble() < (kind.equals("a") ? 0.9 : 0.2);
                    var fare = "%d.5".formatted(random.nextInt(5, 100));
                    return new String[] {"p" + i, Integer.toString(age), kind, fare, survived ? "yes" : "no"};
                })
                .toList();
    }

    private static List<String[]> changed(List<String[]> rows, int column, UnaryOperator<String> byId) {
        return rows.stream()
                .map(row -> {
                    var other = row.clone();
                    other[column] = byId.apply(row[0]);
                    return other;
                })
                .toList();
    }

    private static void csv(Path folder, String name, List<String[]> rows) throws IOException {
        Files.writeString(
                folder.resolve(name),
                rows.stream()
                        .map(row -> String.join(",", row) + "\n")
                        .collect(Collectors.joining("", HEADER + "\n", "")));
    }

    /** Projects that are wrong in one way each, beside the good one, whose contract they have. */
    static void projects(Path folder) throws IOException {
        var contract = Files.readString(folder.resolve("good/contract.yaml"));
        Files.writeString(
                folder.resolve("good/slipway.yaml"), project("good.csv", "survived", FEATURES, CANDIDATES, ""));
        make(folder, "untrained", contract, project("good.csv", "survived", FEATURES, CANDIDATES, ""));
        make(folder, "truncated", contract, project("good.csv", "survived", FEATURES, CANDIDATES, ""));
        for (var broken : List.of("onevalue", "onemember", "constant", "nofares")) {
            make(
                    folder,
                    broken,
                    contract.replaceAll("(fare:.*)}", "$1, missing: 1}"),
                    project(broken + ".csv", "survived", FEATURES, CANDIDATES, ""));
        }
        make(folder, "nodata", contract, project("missing.csv", "survived", FEATURES, CANDIDATES, ""));
        make(folder, "tworows", contract, project("two.csv", "survived", FEATURES, CANDIDATES, ""));
        make(folder, "broken", contract, project("bad.csv", "survived", FEATURES, CANDIDATES, ""));
        make(folder, "notarget", contract, project("good.csv", "survivd", FEATURES, CANDIDATES, ""));
        make(folder, "nopositive", contract, good("survived, positive: maybe", FEATURES, CANDIDATES, ""));
        make(
                folder,
                "manyfolds",
                contract,
                project("few.csv", "survived, split: {folds: 90}", FEATURES, CANDIDATES, ""));
        make(folder, "onefold", contract, good("survived, split: {folds: 1}", FEATURES, CANDIDATES, ""));
        make(folder, "wrongcolumn", contract, good("survived", "[{onehot: {columns: [clas]}}]", CANDIDATES, ""));
        make(folder, "scaledtext", contract, good("survived", "[{scale: {columns: [class]}}]", CANDIDATES, ""));
        make(folder, "derivesyntax", contract, good("survived", "[{derive: {x: 'age + )'}}]", CANDIDATES, ""));
        make(folder, "wrongstep", contract, good("survived", "[{onehott: {columns: [class]}}]", CANDIDATES, ""));
        make(folder, "wrongcandidate", contract, good("survived", FEATURES, "[{xgbost: {}}]", ""));
        make(folder, "rulesyntax", contract, good("survived", FEATURES, "[{rule: 'CASE WHEN age >'}]", ""));
        make(folder, "rulecolumn", contract, good("survived", FEATURES, "[{rule: 'agee > 5'}]", ""));
        make(folder, "ruletext", contract, good("survived", FEATURES, "[{rule: class}]", ""));
        make(folder, "nogate", contract, good("survived", FEATURES, CANDIDATES, "gates: [be good]"));
        make(folder, "nometric", contract, good("survived", FEATURES, CANDIDATES, "train: {metric: rocauc}"));
        make(folder, "unknownkey", contract, good("survived", FEATURES, CANDIDATES, "gatez: []"));
        make(folder, "unnamable", contract, good("survived", FEATURES, CANDIDATES, "name: mein ü"));
        make(
                folder,
                "threshold",
                contract,
                good("survived", FEATURES, CANDIDATES, "value: {reward: fare, threshold: 7}"));
        make(folder, "shortbudget", contract, good("survived", FEATURES, "[{xgboost: {}}]", "train: {budget: 1ms}"));
        make(folder, "tabs", contract, "name: x\n\tdata: y\n");
        make(folder, "asnothing", contract, "");
        Files.createDirectories(folder.resolve("asfolder/slipway.yaml"));
    }

    private static String good(String target, String features, String candidates, String more) {
        return project("good.csv", target, features, candidates, more);
    }

    private static String project(String data, String target, String features, String candidates, String more) {
        var gates = more.contains("gates") ? "" : "gates: [size <= 20MB]\n";
        return "data: {train: ../%s, target: %s}\nfeatures: %s\ncandidates: %s\n%s%s\n"
                .formatted(data, target, features, candidates, gates, more);
    }

    private static void make(Path folder, String name, String contract, String project) throws IOException {
        var made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("contract.yaml"), contract);
        Files.writeString(made.resolve("slipway.yaml"), project);
    }
}
