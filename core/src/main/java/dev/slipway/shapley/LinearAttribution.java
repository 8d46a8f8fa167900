package dev.slipway.shapley;

import dev.slipway.model.LinearFunction;
import dev.slipway.model.LinearModel;
import dev.slipway.shapley.Shares.Share;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A linear function: a number adds its weight times how far it is from the background's mean. These are the exact
 * interventional Shapley values of the margin (Lundberg and Lee 2017, corollary 1).
 */
public final class LinearAttribution implements Attribution {
    private final LinearModel model;
    private final Optional<Background> background;

    private LinearAttribution(LinearModel model, Optional<Background> background) {
        this.model = model;
        this.background = background;
    }

    /**
     * Against the model's stand-ins for missing values, and a vector column of zeros: a row that is the usual one in every
     * quantity, and has no mark and no word.
     */
    public static LinearAttribution of(LinearModel model) {
        return new LinearAttribution(model, Optional.empty());
    }

    /** Against the mean of these prepared rows, at least one; where a value is missing the model's stand-in counts. */
    public static LinearAttribution against(LinearModel model, Table background) {
        return new LinearAttribution(model, Optional.of(Background.of(model, background)));
    }

    @Override
    public List<String> columns() {
        return model.columns();
    }

    @Override
    public List<Shares> shares(Table prepared) {
        var means = background.orElseGet(() -> Background.standIns(model, prepared));
        return model.functions().stream()
                .map(function -> shares(function, means, prepared))
                .toList();
    }

    private Shares shares(LinearFunction function, Background means, Table prepared) {
        var shares = new ArrayList<Share>();
        double base = function.intercept();
        int feature = 0;
        for (int place = 0; place < model.columns().size(); place++) {
            var column = prepared.column(model.columns().get(place));
            for (int at = 0; at < column.places(); at++) {
                base += function.weight(feature + at) * means.at(feature + at);
            }
            if (column instanceof VectorColumn vectors) {
                addVector(function, means, vectors, feature, shares);
            } else {
                double value = Background.value(column, 0, model.standIns().get(place));
                shares.add(new Share(
                        column.name(), column.name(), function.weight(feature) * (value - means.at(feature))));
            }
            feature += column.places();
        }
        return new Shares(base, shares);
    }

    /** One share for each place the row has, and one for all the places it has not. */
    private static void addVector(
            LinearFunction function, Background means, VectorColumn column, int first, List<Share> shares) {
        double absent = 0;
        int entry = column.start(0);
        for (int place = 0; place < column.places(); place++) {
            double away = function.weight(first + place) * means.at(first + place);
            if (entry < column.end(0) && column.place(entry) == place) {
                double amount = function.weight(first + place) * column.value(entry) - away;
                shares.add(new Share(
                        column.name(), column.name() + "=" + column.names().get(place), amount));
                entry++;
            } else {
                absent -= away;
            }
        }
        if (absent != 0) {
            shares.add(new Share(column.name(), column.name() + "=(all others)", absent));
        }
    }
}
