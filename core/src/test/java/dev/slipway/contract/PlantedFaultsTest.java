package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.document.Document;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.CsvReader;
import dev.slipway.source.CsvSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Real data with planted faults, each with its physical line: every one that a contract can prove is named, and no other row. */
class PlantedFaultsTest {
    /** Lines where something is wrong: 1, the header, stands for whole columns, and for a file that is refused. */
    private record Answer(Set<Integer> lines, List<Finding> findings, List<Batch> batches, String refused) {}

    /** Files that a reader may understand as well as refuse. */
    private static final Set<String> READ_OR_REFUSED = Set.of("semicolon_delimited", "utf16le_bom");

    private static Answer check(Contract contract, Path file) {
        var batches = new ArrayList<Batch>();
        try (var reader = CsvReader.open(new CsvSource(file))) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batches.add(batch.get());
            }
        } catch (SlipwayException refused) {
            return new Answer(
                    Set.of(1), List.of(), List.of(), refused.problems().toString());
        }
        var findings = new ArrayList<Finding>();
        var lines = new TreeSet<Integer>();
        var report = new ContractCheck(contract).run(batches);
        for (var batch : batches) {
            findings.addAll(report.examine(batch.table()).findings());
            batch.unreadable().forEach(lost -> lines.add((int) lost.line()));
        }
        findings.forEach(finding -> lines.add(finding.record() == 0 ? 1 : (int) finding.line()));
        assertThat(report.rows()).isEqualTo(report.good() + report.bad() + report.unreadable());
        return new Answer(lines, findings, batches, "");
    }

    /** Everything that is wrong with the answers about the files of the folder, in words. */
    private static List<String> faults(Path folder) throws IOException {
        var contract = NeutralContract.read(folder.resolve("contract.json"));
        List<Path> truths;
        try (var files = Files.list(folder)) {
            truths = files.filter(file -> file.toString().endsWith(".truth.json"))
                    .filter(file -> !file.getFileName().toString().startsWith("drift"))
                    .sorted()
                    .toList();
        }
        assertThat(truths).hasSizeGreaterThan(30);
        return truths.stream()
                .flatMap(truth -> Document.json(truth).read(root -> judged(contract, folder, root)))
                .toList();
    }

    private static Stream<String> judged(Contract contract, Path folder, Mapping truth) {
        String scenario = truth.text("scenario");
        var answer = check(contract, folder.resolve(truth.text("file")));
        var must = lines(truth, "injected", fault -> fault.bool("violates_contract"));
        var planted = lines(truth, "injected", fault -> true);
        var decoys = lines(truth, "decoys", decoy -> !decoy.bool("violates_contract"));
        // Where a whole file is wrong, that it is refused or that its columns are named is the answer.
        boolean whole = answer.lines.contains(1);
        var missed = new TreeSet<>(must);
        missed.removeAll(answer.lines);
        // A file may be refused as a whole where the reason says the line.
        missed.removeIf(line -> answer.refused.contains("line " + line));
        if (scenario.equals("duplicate_key")) {
            missed.removeIf(line -> isFirst(answer, contract, line));
        }
        var others = new TreeSet<>(answer.lines);
        others.removeAll(planted);
        others.removeAll(lines(truth, "decoys", decoy -> decoy.bool("violates_contract")));
        others.removeAll(natural(answer, truth));
        others.remove(1);
        if (scenario.equals("swapped_columns_whole")) {
            others.clear();
        }
        var touched = new TreeSet<>(answer.lines);
        touched.retainAll(decoys);
        var wrong = new ArrayList<String>();
        if (!missed.isEmpty() && !READ_OR_REFUSED.contains(scenario)) {
            wrong.add(scenario + " misses lines " + missed);
        }
        if (!others.isEmpty()) {
            wrong.add(scenario + " names lines for nothing " + others);
        }
        if (!touched.isEmpty()) {
            wrong.add(scenario + " names decoys " + touched);
        }
        boolean said = must.stream().anyMatch(line -> answer.refused.contains("line " + line));
        if (whole && !said && !must.contains(1) && !READ_OR_REFUSED.contains(scenario)) {
            wrong.add(scenario + " is refused as a whole");
        }
        return wrong.stream();
    }

    /**
     * Whether no row before has the key of this one: where many keys are exchanged, a planted one may be of a row that lost it to
     * another fault, and then nothing is wrong with the data.
     */
    private static boolean isFirst(Answer answer, Contract contract, int line) {
        var key = contract.columns().stream()
                .filter(ContractColumn::unique)
                .findFirst()
                .orElseThrow()
                .name();
        var seen = new TreeSet<String>();
        for (var batch : answer.batches) {
            var table = batch.table();
            for (int row = 0; row < table.rows(); row++) {
                boolean first = seen.add(table.column(key).text(row));
                if (table.origins().line(row) == line) {
                    return first;
                }
            }
        }
        return false;
    }

    private static Set<Integer> lines(Mapping truth, String list, Predicate<Mapping> wanted) {
        return truth.list(list).stream()
                .map(Node::mapping)
                .filter(wanted)
                .map(fault -> (int) fault.whole("line"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows that come twice in the real data: as many as the truth says, and nothing else is wrong with them. */
    private static Set<Integer> natural(Answer answer, Mapping truth) {
        int pairs = truth.mapping("natural").list("duplicate_pairs_first_later").size();
        var others = answer.findings.stream()
                .filter(finding -> finding.rule() != Rule.DUPLICATE)
                .map(finding -> (int) finding.line())
                .collect(Collectors.toSet());
        var planted = lines(truth, "injected", fault -> true);
        var again = answer.findings.stream()
                .filter(finding -> finding.rule() == Rule.DUPLICATE)
                .map(finding -> (int) finding.line())
                .filter(line -> !others.contains(line) && !planted.contains(line))
                .collect(Collectors.toSet());
        return again.size() <= pairs ? again : Set.of();
    }

    @Test
    void every_provable_row_of_the_published_files_is_named_and_no_other() throws IOException {
        var folder = Raw.shared("corrupt/titanic");

        assertThat(faults(folder)).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "titanic, 1, .02", "titanic, 2, .05", "titanic, 3, .1", "titanic, 4, .2", "titanic, 5, .01", "titanic, 6, .3",
        "titanic, 7, .03", "titanic, 8, .15", "adult, 1, .02", "adult, 2, .1", "adult, 3, .2", "adult, 4, .01"
    })
    void so_it_is_with_faults_planted_anew(String data, int seed, String rate, @TempDir Path folder)
            throws IOException, InterruptedException {
        var script = Raw.shared("corrupt/corrupt.py");
        var clean = Raw.shared(data.equals("titanic") ? "sets/titanic/titanic.csv" : "sets/adult/adult.data.gz");
        var log = folder.resolve("log.txt");
        var files = folder.resolve("files");
        var python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "skipped: there is no /usr/bin/python3 here");
        var made = new ProcessBuilder(
                        python.toString(),
                        script.toString(),
                        "--dataset",
                        data,
                        "--in",
                        clean.toString(),
                        "--out",
                        files.toString(),
                        "--seed",
                        Integer.toString(seed),
                        "--rate",
                        rate,
                        "--rows",
                        data.equals("titanic") ? "891" : "3000")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(made.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assumeTrue(
                !Files.readString(log).contains("No module named 'numpy'"),
                "skipped: faults are planted by a script that needs python3-numpy");
        assertThat(made.exitValue()).as(Files.readString(log)).isZero();

        assertThat(faults(files)).isEmpty();
    }
}
