"""What scikit-learn's steps cost on the data of StepCost: ten numbers with gaps. Usage: /usr/bin/python3 bench/peers/steps.py [ROWS]"""
import sys
import time
import warnings

import numpy as np
from sklearn.decomposition import PCA
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import (KBinsDiscretizer, PolynomialFeatures, PowerTransformer, QuantileTransformer, RobustScaler,
                                   StandardScaler)

warnings.simplefilter("ignore")
rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
whole = np.exp(3 * np.random.default_rng(1).random((rows, 10)))
gaps = whole.copy()
gaps[::16] = np.nan
steps = {
    "impute": (SimpleImputer(strategy="median"), gaps),
    "standard": (StandardScaler(), gaps),
    "robust": (RobustScaler(), gaps),
    "yeo_johnson": (PowerTransformer(), gaps),
    "quantile": (QuantileTransformer(n_quantiles=1000, subsample=10**9), gaps),
    "bins": (KBinsDiscretizer(5, encode="ordinal", subsample=None), whole),
    "polynomial": (PolynomialFeatures(2, include_bias=False), whole[:, :4]),
    "pca": (PCA(3, svd_solver="full"), whole),
}
print("step, fit ms, all ms, one row us")
for name, (step, matrix) in steps.items():
    begin = time.perf_counter()
    step.fit(matrix)
    fitted = time.perf_counter()
    step.transform(matrix)
    every = time.perf_counter()
    for _ in range(200):
        step.transform(matrix[1:2])
    one = time.perf_counter()
    print(f"{name}, {(fitted - begin) * 1e3:.0f}, {(every - fitted) * 1e3:.0f}, {(one - every) / 200 * 1e6:.0f}")
