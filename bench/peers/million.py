"""scikit-learn + XGBoost from CSV to AUC: median and most frequent for gaps, scaling, one-hot, 200 trees of depth 6.

million.py FOLDER TARGET POSITIVE [COLUMN_TO_LEAVE_OUT ...]: FOLDER/judging.txt names the rows, from 0, that judge, the others
teach. Nothing is checked. Prints seconds a phase, the AUC and the most memory this process held.
"""
import resource
import sys
import time

import numpy
import pandas
import sklearn
import xgboost
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

folder, target, positive = sys.argv[1:4]
judge = numpy.fromfile(folder + "/judging.txt", dtype=int, sep="\n")
started = last = time.perf_counter()


def phase(name):
    global last
    now = time.perf_counter()
    print(f"  {name} {now - last:.2f} s", flush=True)
    last = now


rows = pandas.read_csv(folder + "/rows.csv").drop(columns=sys.argv[4:])
truth = (rows.pop(target) == positive).astype(int)
phase("read")
numbers = list(rows.select_dtypes("number").columns)
words = [name for name in rows if name not in numbers]
judges = numpy.zeros(len(rows), dtype=bool)
judges[judge] = True
teaching, taught, judging, judged = rows[~judges], truth[~judges], rows[judges], truth[judges]
del rows
phase("split")
steps = ColumnTransformer(
    [
        ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
        ("words", make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore")), words),
    ]
)
prepared = steps.fit_transform(teaching).astype(numpy.float32)
phase(f"steps ({prepared.shape[1]} columns)")
trees = xgboost.XGBClassifier(
    n_estimators=200, max_depth=6, learning_rate=0.1, tree_method="hist", n_jobs=2, base_score=0.5, random_state=1
)
trees.fit(prepared, taught)
phase("train")
answers = trees.predict_proba(steps.transform(judging).astype(numpy.float32))[:, 1]
auc = roc_auc_score(judged, answers)
phase("evaluate")
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(
    f"scikit-learn {sklearn.__version__} + xgboost {xgboost.__version__}: {last - started:.2f} s, "
    f"AUC {auc:.5f}, most memory {megabytes} MB"
)
