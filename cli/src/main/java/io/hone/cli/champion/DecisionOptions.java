package io.hone.cli.champion;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hone.cli.http.Answer;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.service.Evaluator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every decision about a champion or candidate has: a model, a person, and an evaluator to carry it out. */
final class DecisionOptions {

    /** The version is downloaded and loaded before it becomes champion. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name.")
    private String model;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides. Default: this machine's user.")
    private String by = System.getProperty("user.name", "a person");

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    String model() {
        return model;
    }

    Answer send(Installation installation, Decision decision) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("by", by);
        if (decision.version() != null) {
            body.put("version", decision.version());
        }
        if (decision.reason() != null) {
            body.put("reason", decision.reason());
        }
        Evaluator evaluator = new Evaluator(
                services.http(installation, ANSWER_WITHIN),
                services.addresses(installation).evaluator());
        try {
            return evaluator.decide(
                    model,
                    decision.what(),
                    body.toString().getBytes(StandardCharsets.UTF_8),
                    UUID.randomUUID().toString());
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }
}
