package dev.slipway.kills;

import java.util.List;
import java.util.regex.Pattern;

/** What a process said until it ended; a line the kill cut off was not said. */
record Said(List<String> lines) {
    static final Said NOTHING = new Said(List.of());

    private static final Pattern RELEASE = Pattern.compile("release (\\d+): version \\d+ serves .*");
    private static final Pattern VERSION = Pattern.compile(".* is version (\\d+) of model .*");
    private static final Pattern CHILD = Pattern.compile("child (\\d+)");

    static Said of(String text) {
        return new Said(text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
    }

    List<Integer> releases() {
        return numbers(RELEASE);
    }

    List<Integer> versions() {
        return numbers(VERSION);
    }

    List<Integer> children() {
        return numbers(CHILD);
    }

    /** The command that ran last, without its options. */
    String lastCommand() {
        return lines.stream()
                .filter(line -> line.startsWith("$ "))
                .reduce((first, second) -> second)
                .map(line -> line.split(" ", -1)[1])
                .orElse("");
    }

    private List<Integer> numbers(Pattern form) {
        return lines.stream()
                .map(form::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .toList();
    }
}
