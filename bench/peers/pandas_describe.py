"""pandas: read_csv and describe() of FILE in a process of its own, once; seconds and the most memory it held."""
import resource
import sys
import time

import pandas

started = time.perf_counter()
frame = pandas.read_csv(sys.argv[1])
read = time.perf_counter() - started
frame.describe()
both = time.perf_counter() - started
frame.describe(include="all")
everything = time.perf_counter() - started
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(
    f"pandas {pandas.__version__}: {len(frame):,} rows; read_csv {read:.1f} s, with describe() {both:.1f} s, "
    f"and then describe(include='all') {everything:.1f} s; most memory {megabytes:,} MB"
)
