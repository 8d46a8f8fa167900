"""scikit-learn + XGBoost in process: one row from a dict, and 10,000 rows; medians."""
import json
import statistics
import sys
import time

import pandas
import sklearn
import xgboost

from pipeline import trained

FOLDER = sys.argv[1]
model = trained(FOLDER)
request = json.load(open(FOLDER + "/request.json"))
batch = pandas.read_csv(FOLDER + "/training.csv").head(10_000)


def median(name, work, repeats):
    times = []
    for _ in range(repeats + repeats // 5):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    times = times[repeats // 5 :]
    print(f"{name}: median {statistics.median(times) * 1e6:.0f} us", flush=True)


print("scikit-learn", sklearn.__version__, "xgboost", xgboost.__version__)
median("one row: DataFrame of a dict + predict_proba", lambda: model.predict_proba(pandas.DataFrame([request])), 500)
median("10,000 rows: predict_proba of a DataFrame", lambda: model.predict_proba(batch), 15)
