package dev.slipway.http;

/**
 * One line of the table of what a server answers.
 *
 * @param method GET, which answers HEAD too, POST or PUT
 * @param path with parameters in braces, each a whole segment: {@code /deployments/{name}}
 * @param work whether the handler only computes, or also waits for a disk or a lock
 */
public record Route(String method, String path, Access access, Work work, Intake intake, Handler handler) {
    /** On whose thread a handler runs. */
    public enum Work {
        /** Answers in well under a millisecond and waits for nothing: runs where the request was read. */
        QUICK,
        /** May take its time: runs on a worker, of which there is a fixed number. */
        SLOW
    }

    public static Route get(String path, Access access, Work work, Handler handler) {
        return new Route("GET", path, access, work, Intake.NOTHING, handler);
    }

    public static Route post(String path, Access access, Work work, Intake intake, Handler handler) {
        return new Route("POST", path, access, work, intake, handler);
    }

    public static Route put(String path, Access access, Work work, Intake intake, Handler handler) {
        return new Route("PUT", path, access, work, intake, handler);
    }

    /** Whether it answers requests of this method. */
    boolean answers(String asked) {
        return asked.equals(method) || (asked.equals("HEAD") && method.equals("GET"));
    }
}
