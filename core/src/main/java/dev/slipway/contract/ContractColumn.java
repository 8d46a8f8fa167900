package dev.slipway.contract;

import dev.slipway.table.ColumnType;
import java.io.Serializable;
import java.util.List;

/**
 * What one column must be.
 *
 * @param unique whether no value may come twice
 */
public record ContractColumn(String name, Presence presence, Values values, boolean unique, About about)
        implements Serializable {
    /** The empty text alone. */
    public static final List<String> EMPTY_IS_NULL = List.of("");

    /**
     * Whether values are there.
     *
     * @param required whether the column must be there at all
     * @param missing the largest share of rows, 0 to 1, that may lack a value; 0 means none, and every row that does is named
     * @param nullTokens texts that mean a missing value; the empty text is one unless the list leaves it out
     */
    public record Presence(boolean required, double missing, List<String> nullTokens) implements Serializable {
        public Presence {
            nullTokens = List.copyOf(nullTokens);
            if (!(missing >= 0 && missing <= 1)) {
                throw new IllegalArgumentException("missing share %s is outside 0 to 1".formatted(missing));
            }
        }
    }

    /**
     * What every value is that is there.
     *
     * @param range of numbers and timestamps; {@link Range#OPEN} asks nothing
     * @param set the allowed values as text; empty asks nothing
     * @param pattern a regular expression (RE2) that whole texts match; empty asks nothing
     * @param length of texts; {@link LengthRange#OPEN} asks nothing
     */
    public record Values(ColumnType type, Range range, List<String> set, String pattern, LengthRange length)
            implements Serializable {
        public Values {
            set = List.copyOf(set);
        }
    }

    /**
     * What people and models need to know.
     *
     * @param sensitive whether it says something that no decision may turn on, whatever its role
     * @param severity what follows where one of its rules is broken
     * @param unit for people; empty if there is none
     * @param owner who answers for the column; empty if nobody else than for the contract
     * @param description for people; empty if there is none
     */
    public record About(Role role, boolean sensitive, Severity severity, String unit, String owner, String description)
            implements Serializable {
        /** A feature without a word about it. */
        public static final About FEATURE = new About(Role.FEATURE, false, Severity.FAIL, "", "", "");
    }

    /** A required column of this type, always present, with no other rule. */
    public static ContractColumn of(String name, ColumnType type) {
        return new ContractColumn(
                name,
                new Presence(true, 0, EMPTY_IS_NULL),
                new Values(type, Range.OPEN, List.of(), "", LengthRange.OPEN),
                false,
                About.FEATURE);
    }

    public boolean required() {
        return presence.required();
    }

    public double missing() {
        return presence.missing();
    }

    public List<String> nullTokens() {
        return presence.nullTokens();
    }

    public ColumnType type() {
        return values.type();
    }

    public Range range() {
        return values.range();
    }

    public List<String> set() {
        return values.set();
    }

    public String pattern() {
        return values.pattern();
    }

    public LengthRange length() {
        return values.length();
    }

    public Role role() {
        return about.role();
    }

    /** Whether it says something that no decision may turn on. */
    public boolean sensitive() {
        return about.sensitive() || about.role() == Role.SENSITIVE;
    }

    public Severity severity() {
        return about.severity();
    }

    public String unit() {
        return about.unit();
    }

    public String owner() {
        return about.owner();
    }

    public String description() {
        return about.description();
    }

    public ContractColumn withRequired(boolean must) {
        return with(new Presence(must, missing(), nullTokens()));
    }

    public ContractColumn withMissing(double share) {
        return with(new Presence(required(), share, nullTokens()));
    }

    public ContractColumn withNullTokens(List<String> tokens) {
        return with(new Presence(required(), missing(), tokens));
    }

    public ContractColumn withRange(double min, double max) {
        return with(new Values(type(), new Range(min, max), set(), pattern(), length()));
    }

    public ContractColumn withSet(List<String> allowed) {
        return with(new Values(type(), range(), allowed, pattern(), length()));
    }

    public ContractColumn withPattern(String expression) {
        return with(new Values(type(), range(), set(), expression, length()));
    }

    public ContractColumn withLength(int min, int max) {
        return with(new Values(type(), range(), set(), pattern(), new LengthRange(min, max)));
    }

    public ContractColumn withUnique(boolean only) {
        return new ContractColumn(name, presence, values, only, about);
    }

    public ContractColumn withRole(Role role) {
        return with(new About(role, about.sensitive(), severity(), unit(), owner(), description()));
    }

    public ContractColumn withSeverity(Severity severity) {
        return with(new About(role(), about.sensitive(), severity, unit(), owner(), description()));
    }

    public ContractColumn with(Presence changed) {
        return new ContractColumn(name, changed, values, unique, about);
    }

    public ContractColumn with(Values changed) {
        return new ContractColumn(name, presence, changed, unique, about);
    }

    public ContractColumn with(About changed) {
        return new ContractColumn(name, presence, values, unique, changed);
    }

    /** Whether anything is asked of the values. */
    public boolean isChecked() {
        return role() != Role.IGNORE;
    }
}
