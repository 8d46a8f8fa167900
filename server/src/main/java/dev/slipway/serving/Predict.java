package dev.slipway.serving;

import dev.slipway.contract.Examined;
import dev.slipway.http.Handler;
import dev.slipway.http.Request;
import dev.slipway.http.Response;
import dev.slipway.rollout.Live;

/** Answers records with predictions, or says everything that is wrong with them. */
record Predict(Deployed deployed) implements Handler {
    @Override
    public Response answer(Request request) {
        var live = deployed.require(request.parameter("name"));
        Examined examined = live.model().read(request.body());
        return examined.isGood() ? predictions(live, examined) : Response.json(422, FindingsJson.of(examined));
    }

    private static Response predictions(Live live, Examined examined) {
        return Response.json(200, PredictionsJson.of(live, live.model().predict(examined.table())));
    }
}
