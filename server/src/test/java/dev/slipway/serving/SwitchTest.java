package dev.slipway.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ConstantModel;
import dev.slipway.workflow.Here;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchTest {
    private static final String WOMAN = "{\"age\": 30, \"sex\": \"female\"}";
    private static final String MAN = "{\"age\": 30, \"sex\": \"male\"}";

    @TempDir
    private Path project;

    private Harbour harbour;
    private Client client;

    @BeforeEach
    void serve() {
        harbour = Harbour.open(project);
        harbour.release(harbour.train(Harbour.RULE).version());
        client = harbour.client();
    }

    @AfterEach
    void stop() {
        harbour.close();
    }

    @Test
    void probabilities_keep_every_bit() {
        harbour.release(harbour.train("age / 97").version());

        var answer = client.predict(WOMAN);

        assertThat(answer.body()).contains("\"probability\":" + 30.0 / 97 + "}");
    }

    @Test
    void several_classes_get_the_probability_of_each() {
        var model = new ConstantModel(List.of(0.2, 0.5, 0.3));
        harbour.release(harbour.train(new Here(harbour.workspace()), model, List.of("a", "b", "c"))
                .version());

        var answer = client.predict(WOMAN);

        assertThat(answer.body())
                .contains(
                        "{\"label\":\"b\",\"probability\":0.5," + "\"probabilities\":{\"a\":0.2,\"b\":0.5,\"c\":0.3}}");
    }

    @Test
    void a_restart_serves_what_was_released() {
        harbour.restart();

        assertThat(harbour.client().predict(WOMAN).body()).contains("0.74");
        assertThat(harbour.client().get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void fifty_switches_lose_no_request_and_mix_no_versions() throws Exception {
        int first = harbour.train("0.25").version();
        int second = harbour.train("0.75").version();
        harbour.release(first);
        var over = new AtomicBoolean();
        var askers = Executors.newFixedThreadPool(3);
        Callable<Integer> asking = () -> {
            int asked = 0;
            while (!over.get() || asked == 0) {
                var answer = client.predict("[%s, %s]".formatted(WOMAN, MAN));
                var consistent = answer.body().contains("\"version\":%d,".formatted(first))
                        ? answer.body().split("0.25", -1).length == 3
                        : answer.body().split("0.75", -1).length == 3;
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(consistent).as(answer.body()).isTrue();
                asked++;
            }
            return asked;
        };

        var answers = List.of(askers.submit(asking), askers.submit(asking), askers.submit(asking));
        for (int i = 0; i < 50; i++) {
            int version = i % 2 == 0 ? second : first;
            harbour.release(version);
            assertThat(client.predict(WOMAN).body()).contains("\"version\":" + version);
        }
        over.set(true);

        for (var answer : answers) {
            assertThat(answer.get()).isPositive();
        }
        askers.shutdown();
        assertThat(harbour.log()).isEmpty();
    }
}
