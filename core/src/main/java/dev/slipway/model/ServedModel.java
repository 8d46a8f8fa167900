package dev.slipway.model;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Examined;
import dev.slipway.contract.RequestReader;
import dev.slipway.table.Table;
import java.io.Serializable;

/** A model with everything it needs to answer: its contract, its pipeline and its card. Immutable, thread-safe. */
public final class ServedModel implements Serializable {
    /** The most rows of one request. */
    public static final int MOST_ROWS = 100_000;

    private final Contract contract;
    private final FittedPipeline pipeline;
    private final Card card;
    private final RequestReader requests;

    /** @param contract what requests must look like */
    public ServedModel(Contract contract, FittedPipeline pipeline, Card card) {
        this.contract = contract;
        this.pipeline = pipeline;
        this.card = card;
        requests = new RequestReader(contract, MOST_ROWS);
    }

    /** What travels: the reader of requests is made again where it arrives. */
    private record Described(Contract contract, FittedPipeline pipeline, Card card) implements Serializable {
        private Object readResolve() {
            return new ServedModel(contract, pipeline, card);
        }
    }

    private Object writeReplace() {
        return new Described(contract, pipeline, card);
    }

    /** What requests must look like: the columns the answers depend on; the others may come and are passed over. */
    public Contract contract() {
        return contract;
    }

    public Target target() {
        return pipeline.target();
    }

    public Card card() {
        return card;
    }

    public FittedPipeline pipeline() {
        return pipeline;
    }

    /**
     * The rows of a JSON request, typed, with what is wrong with them.
     *
     * @throws dev.slipway.problem.SlipwayException where it is no JSON, or no request
     */
    public Examined read(byte[] json) {
        return requests.read(json);
    }

    /** The rows of a file, typed, with what is wrong with them. */
    public Examined read(Table raw) {
        return contract.examine(raw);
    }

    /** As {@link #predict}, and how many rows have values that were never seen in training. */
    public Answered answer(Table typed) {
        var answered = pipeline.answer(typed);
        return new Answered(decided(answered.predictions()), answered.unseen());
    }

    /** One answer for each row of a table that keeps the contract, in order; of two classes by the threshold of the card. */
    public Predictions predict(Table typed) {
        return decided(pipeline.predict(typed));
    }

    private Predictions decided(Predictions predictions) {
        return predictions.classes() == 2 ? predictions.at(card.threshold()) : predictions;
    }
}
