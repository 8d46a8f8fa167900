"""pandas: read_csv and describe(include="all") of FOLDER/shipments.csv; medians of 15 in milliseconds."""
import statistics
import sys
import time

import pandas

FILE = sys.argv[1] + "/shipments.csv"


def milliseconds(work):
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def median(name, work):
    times = [milliseconds(work) for _ in range(17)][2:]
    print(f"{name}: median {statistics.median(times):.1f} ms, least {min(times):.1f}, most {max(times):.1f}", flush=True)


print("pandas", pandas.__version__)
median("read_csv", lambda: pandas.read_csv(FILE))
median("read_csv + describe", lambda: pandas.read_csv(FILE).describe())
median("read_csv + describe(include='all')", lambda: pandas.read_csv(FILE).describe(include="all"))
