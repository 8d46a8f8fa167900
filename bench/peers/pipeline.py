"""The same steps and trees in scikit-learn and XGBoost, trained on FOLDER/training.csv and FOLDER/late.csv."""
import pandas
import xgboost
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

NUMBERS = ["distance", "weight", "price", "volume", "humidity", "temperature"]
WORDS = ["carrier", "origin", "destination", "goods"]


def trained(folder):
    rows = pandas.read_csv(folder + "/training.csv")
    late = pandas.read_csv(folder + "/late.csv")["late"]
    steps = ColumnTransformer(
        [("numbers", SimpleImputer(strategy="median"), NUMBERS), ("words", OneHotEncoder(handle_unknown="ignore", sparse_output=False), WORDS)],
        remainder="passthrough",
    )
    trees = xgboost.XGBClassifier(
        n_estimators=200, max_depth=6, learning_rate=0.1, tree_method="hist", n_jobs=1, base_score=0.5, random_state=1
    )
    return Pipeline([("prepare", steps), ("trees", trees)]).fit(rows, late)
