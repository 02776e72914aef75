package io.hone.ingest.upload;

import io.hone.ingest.intake.Accepted;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each image of a batch. */
@Schema(description = "What became of each image, in the order of the images.")
record BatchAnswer(
        List<Outcome> outcomes,

        @Schema(description = "how many are in the stream", examples = "999")
        int accepted,

        @Schema(description = "how many are not", examples = "1")
        int refused) {

    @Schema(
            description = "Either image or problem is there.",
            requiredProperties = {"part", "status"})
    record Outcome(
            @Schema(description = "position of the image in the request, from 0", examples = "0")
            int part,

            @Schema(description = "as if the image had been sent alone", examples = "201")
            int status,

            Optional<Accepted> image,

            @Schema(ref = "Problem", description = "why it was not taken")
            Optional<HttpProblem> problem) {

        private static final int CREATED = 201;

        static Outcome accepted(int part, Accepted image) {
            return new Outcome(part, CREATED, Optional.of(image), Optional.empty());
        }

        static Outcome refused(int part, HttpProblem problem) {
            return new Outcome(part, problem.getStatusCode(), Optional.empty(), Optional.of(problem));
        }
    }

    static BatchAnswer of(List<Outcome> outcomes) {
        int accepted = (int)
                outcomes.stream().filter(outcome -> outcome.image().isPresent()).count();
        return new BatchAnswer(List.copyOf(outcomes), accepted, outcomes.size() - accepted);
    }
}
