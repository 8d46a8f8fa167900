package dev.slipway.spark;

import org.apache.spark.sql.SparkSession;

/** One Spark in this process for all tests, on two threads; it ends with the process. */
final class LocalSpark {
    static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("slipway tests")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
            .getOrCreate();

    private LocalSpark() {}
}
