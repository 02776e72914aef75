package io.hone.cli.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.cli.http.Answer;
import io.hone.cli.terminal.CommandFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ingest service answered about a batch, image by image.
 *
 * @param outcomes final ones
 * @param away images to send again: a service was away when their turn came
 */
record BatchAnswer(List<Outcome> outcomes, List<LabelledImage> away) {

    private static final int UNAVAILABLE = 503;

    BatchAnswer {
        outcomes = List.copyOf(outcomes);
        away = List.copyOf(away);
    }

    static BatchAnswer read(Answer answer, List<LabelledImage> images) {
        JsonNode told = answer.json().path("outcomes");
        if (told.size() != images.size()) {
            throw new CommandFailure(
                    "%s told what became of %d images, but %d were sent"
                            .formatted(answer.uri(), told.size(), images.size()),
                    "Service and command may be of different versions: see ./hone --version.");
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<LabelledImage> away = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).path("status").asInt() == UNAVAILABLE) {
                away.add(images.get(i));
            } else {
                outcomes.add(outcome(images.get(i), told.get(i)));
            }
        }
        return new BatchAnswer(outcomes, away);
    }

    private static Outcome outcome(LabelledImage image, JsonNode told) {
        JsonNode accepted = told.path("image");
        return accepted.isObject()
                ? new Outcome.Accepted(
                        image,
                        accepted.path("id").asText(),
                        accepted.path("split").asText())
                : new Outcome.Refused(image, Answer.describe(told.path("problem")));
    }
}
