package dev.slipway.document;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.util.JsonGeneratorDecorator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/** Keeps NaN and the infinities, which JSON has no word for, from being written; or names them, where a caller asks. */
final class FiniteNumbers implements JsonGeneratorDecorator {
    private final boolean naming;

    FiniteNumbers(boolean naming) {
        this.naming = naming;
    }

    @Override
    public JsonGenerator decorate(TokenStreamFactory factory, JsonGenerator generator) {
        // Jackson itself names them; only the refusal needs a generator of our own.
        return naming ? generator : new Refusing(generator);
    }

    private static final class Refusing extends JsonGeneratorDelegate {
        Refusing(JsonGenerator generator) {
            super(generator, true);
        }

        @Override
        public JsonGenerator writeNumber(double value) {
            refuse(value);
            return super.writeNumber(value);
        }

        @Override
        public JsonGenerator writeNumber(float value) {
            refuse(value);
            return super.writeNumber(value);
        }

        @Override
        public JsonGenerator writeArray(double[] array, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                refuse(array[i]);
            }
            return super.writeArray(array, offset, length);
        }

        private static void refuse(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " cannot be written as a JSON number");
            }
        }
    }
}
