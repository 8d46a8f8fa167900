package dev.slipway.database;

/** A named moment on the way to a durable write; tests stop the process at each and look at what the next one finds. */
public enum Step {
    /** The bytes of an artifact are in a temporary file. */
    ARTIFACT_WRITTEN,
    /** That file has reached the disk. */
    ARTIFACT_SYNCED,
    /** It has its final name, which the disk may not know yet. */
    ARTIFACT_RENAMED,
    /** A new run is committed. */
    RUN_STARTED,
    /** All files of a folder are artifacts; nothing refers to them yet. */
    MODEL_FILES_STORED,
    /** The end of a run is written, not committed. */
    RUN_COMMIT,
    RUN_COMMITTED,
    /** A model version is written, not committed. */
    VERSION_COMMIT,
    VERSION_COMMITTED,
    /** Evidence is written, not committed. */
    EVIDENCE_COMMIT,
    EVIDENCE_COMMITTED,
    /** A release and its evidence are written, not committed. */
    RELEASE_COMMIT,
    RELEASE_COMMITTED
}
