"""FastAPI + scikit-learn/XGBoost: the same predictions over HTTP. Start: serve.py FOLDER PORT; one uvicorn worker."""
import sys
from typing import Optional

import fastapi
import pandas
import pydantic
import uvicorn

from pipeline import trained

model = trained(sys.argv[1])
app = fastapi.FastAPI()


class Shipment(pydantic.BaseModel):
    distance: float
    weight: Optional[float]
    price: float
    volume: float
    humidity: Optional[float]
    temperature: float
    stops: int
    priority: int
    carrier: str
    origin: str
    destination: str
    goods: str


@app.post("/deployments/shipments/predict")
def predict(shipment: Shipment):
    probability = float(model.predict_proba(pandas.DataFrame([shipment.dict()]))[0, 1])
    return {"predictions": [{"label": "yes" if probability >= 0.5 else "no", "probability": probability}]}


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
