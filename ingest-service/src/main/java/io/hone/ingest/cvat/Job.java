package io.hone.ingest.cvat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.Checks;
import io.hone.platform.problem.InvalidFieldException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A piece of an annotation project that one person works on.
 *
 * @param project its id, where the job belongs to one
 * @param annotator to whom it is assigned, where it is
 */
record Job(String id, Optional<String> project, Optional<String> annotator) {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final String COMPLETED = "completed";

    Job {
        Checks.present("id", id);
        Checks.present("project", project);
        Checks.present("annotator", annotator);
    }

    /**
     * The job that a webhook tells to be completed; empty when it tells of something else.
     *
     * @throws InvalidFieldException if it is no webhook of CVAT
     */
    static Optional<Job> completed(JsonNode webhook) {
        String event = webhook.path("event").asText("");
        if (event.isEmpty()) {
            throw new InvalidFieldException(
                    "event", null, "event is missing: a webhook of CVAT such as update:job has one");
        }
        return event.equals("update:job") && isCompletion(webhook)
                ? Optional.of(of(webhook.path("job")))
                : Optional.empty();
    }

    /** What was changed stands with its old value in {@code before_update}; of a version that leaves it out all counts. */
    private static boolean isCompletion(JsonNode webhook) {
        JsonNode before = webhook.path("before_update");
        boolean changed = !before.isObject()
                || (before.has("state") && !before.path("state").asText().equals(COMPLETED));
        return changed && webhook.path("job").path("state").asText().equals(COMPLETED);
    }

    private static Job of(JsonNode job) {
        return new Job(
                id(job.path("id"))
                        .orElseThrow(() -> new InvalidFieldException(
                                "job.id", job.path("id").asText(), "job.id is missing, or no number")),
                id(job.path("project_id")),
                Optional.of(job.path("assignee").path("username").asText(""))
                        .filter(name -> !name.isEmpty() && name.length() <= 200));
    }

    private static Optional<String> id(JsonNode id) {
        return Optional.of(id.asText("")).filter(text -> ID.matcher(text).matches());
    }

    URI source(CvatTool tool) {
        return URI.create("/cvat/%s/%s"
                .formatted(tool.name(), project.map(one -> "projects/" + one).orElse("jobs/" + id)));
    }
}
