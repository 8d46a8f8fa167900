package dev.slipway.gate;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
final class Numbers {
    private Numbers() {}

    /** Five significant digits, no exponent. */
    static String shown(double number) {
        return new BigDecimal(number)
                .round(new MathContext(5))
                .stripTrailingZeros()
                .toPlainString();
    }
}
