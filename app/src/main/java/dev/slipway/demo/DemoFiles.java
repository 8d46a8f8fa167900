package dev.slipway.demo;

/** The files a person would have written. */
final class DemoFiles {
    private static final String HEAD = """
            name: ferry
            purpose:
              moves: upgrade revenue per sailing
              used by: booking desk
              owner: data team
              latency: 20 ms an answer
            data:
              train: checked/good.csv
              target: upgraded
              positive: 1
              split: {folds: 5, seed: 42}
            """;

    private static final String TAIL = """
            train: {metric: roc_auc, budget: 20s, trials: 1}
            value:                        # an offer to whoever is likelier than the threshold
              reward: upgrade_revenue
              cost: 12
              threshold: 0.18
              unit: EUR
            gates:
              - roc_auc >= 0.60
              - beats champion by -0.01   # at most a little worse than what serves
              - latency_p99 <= 20ms
              - size <= 20MB
            """;

    private static final String CANDIDATES = """
            candidates:
              - baseline: majority
              - rule: "CASE WHEN loyalty IN ('silver', 'gold') AND cabin = 'inside' THEN 0.5 WHEN cabin = 'inside' THEN 0.3 ELSE 0.1 END"
              - logistic: {}
              - xgboost: {trees: 60..200, depth: 3..5, rate: 0.03..0.2}
            """;

    static final String PROJECT = HEAD + """
            features:
              - derive:
                  hour: CAST(SUBSTR(CAST(departs AS text), 12, 2) AS integer)
              - drop: [customer, booked, departs]
              - impute: {columns: [age], with: median, indicate: true}
              - onehot: {columns: [route, vehicle, cabin, loyalty, channel, nationality]}
            """ + CANDIDATES + TAIL;

    static final String WORSE = HEAD + """
            features:
              - drop: [customer, booked, departs, loyalty, cabin]
              - impute: {columns: [age], with: median, indicate: true}
              - onehot: {columns: [route, vehicle, channel, nationality]}
            """ + CANDIDATES + TAIL;

    private DemoFiles() {}
}
