package dev.slipway.habits;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may see whom, read from the two tables of docs/architecture.md.
 *
 * @param modules by name, in the order of the street
 * @param order for the packages that have an order inside their module: those each one stands on directly
 */
record StreetMap(Map<String, Module> modules, Map<String, Set<String>> order) {
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    /**
     * One row of the street.
     *
     * @param packages first names under {@code dev.slipway}
     * @param sees names of modules
     * @param libraries prefixes of package names
     */
    record Module(String name, Set<String> packages, Set<String> sees, Set<String> libraries) {
        boolean mayUse(String packageName) {
            return libraries.stream()
                    .anyMatch(library -> packageName.equals(library) || packageName.startsWith(library + "."));
        }
    }

    static StreetMap read(String markdown) {
        var modules = rows(markdown, "| module |")
                .map(cells ->
                        new Module(word(cells.get(0)), words(cells.get(2)), words(cells.get(3)), words(cells.get(4))))
                .collect(Collectors.toMap(Module::name, module -> module, (a, b) -> b, LinkedHashMap::new));
        var order = rows(markdown, "| package |")
                .collect(Collectors.toMap(
                        cells -> word(cells.get(0)), cells -> words(cells.get(1)), (a, b) -> b, LinkedHashMap::new));
        return new StreetMap(modules, order);
    }

    /** The module a package belongs to, or nothing when the package is not on the map. */
    Optional<Module> home(String slipwayPackage) {
        return modules.values().stream()
                .filter(module -> module.packages().contains(slipwayPackage))
                .findFirst();
    }

    boolean maySee(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        Module home = home(from).orElseThrow();
        if (!home.packages().contains(to)) {
            return home(to).map(Module::name).filter(home.sees()::contains).isPresent();
        }
        return !order.containsKey(from) || below(from).contains(to);
    }

    private Set<String> below(String name) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(order.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(order.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** The rows of the table whose header begins so, each as its cells. */
    private static Stream<List<String>> rows(String markdown, String header) {
        return markdown.lines()
                .dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(1).split("\\|")));
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String word(String cell) {
        return words(cell).iterator().next();
    }
}
