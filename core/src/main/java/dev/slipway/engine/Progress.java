package dev.slipway.engine;

/** Is told how far an engine is. Called by the thread that asked the engine, between batches. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void read(long rows) {}

        @Override
        public void done() {}
    };

    /** So many rows of the source have been read. */
    void read(long rows);

    /** The pass over the source is over, well or not. */
    void done();
}
