package dev.slipway.document;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.util.JsonParserDelegate;

/** Refuses a number that would silently become an infinity, such as {@code 1e400}. */
final class FiniteParser extends JsonParserDelegate {
    FiniteParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public double getDoubleValue() {
        return finite(super.getDoubleValue());
    }

    @Override
    public float getFloatValue() {
        return (float) finite(super.getFloatValue());
    }

    @Override
    public double getValueAsDouble() {
        return finite(super.getValueAsDouble());
    }

    @Override
    public double getValueAsDouble(double otherwise) {
        return finite(super.getValueAsDouble(otherwise));
    }

    @Override
    public Number getNumberValue() {
        return finite(super.getNumberValue());
    }

    @Override
    public Object getNumberValueDeferred() {
        Object value = super.getNumberValueDeferred();
        return value instanceof Double number ? finite(number) : value;
    }

    private Number finite(Number value) {
        if (value instanceof Double || value instanceof Float) {
            finite(value.doubleValue());
        }
        return value;
    }

    private double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new StreamReadException(this, "number " + getString() + " is beyond 1.8e308", currentTokenLocation());
        }
        return value;
    }
}
