package dev.slipway.gate;

/** The answer of a gate. Lack of evidence is an answer of its own and blocks like a failure. */
public sealed interface Verdict {
    String reason();

    /** passed, failed or no_evidence. */
    String word();

    boolean allowsRelease();

    /** The condition holds. */
    record Passed(String reason) implements Verdict {
        @Override
        public String word() {
            return "passed";
        }

        @Override
        public boolean allowsRelease() {
            return true;
        }
    }

    /** The condition does not hold. */
    record Failed(String reason) implements Verdict {
        @Override
        public String word() {
            return "failed";
        }

        @Override
        public boolean allowsRelease() {
            return false;
        }
    }

    /** Nobody has measured what the condition asks about. */
    record NoEvidence(String reason) implements Verdict {
        @Override
        public String word() {
            return "no_evidence";
        }

        @Override
        public boolean allowsRelease() {
            return false;
        }
    }
}
