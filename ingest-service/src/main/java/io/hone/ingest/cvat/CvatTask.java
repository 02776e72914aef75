package io.hone.ingest.cvat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.Json;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.UnusableTaskException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Jobs, and each of their images, as tasks of the queue. */
final class CvatTask {

    static final String JOB = "cvat.job";
    static final String FRAME = "cvat.frame";

    private CvatTask() {}

    static Task of(ModelName model, CvatTool tool, Job job, Instant now) {
        return new Task(model, id(tool, job), JOB, tool.name(), now, json(job));
    }

    static Task of(ModelName model, CvatTool tool, Frame frame, Instant now) {
        String id = "%s-frame-%d".formatted(id(tool, frame.job()), frame.number());
        return new Task(model, id, FRAME, tool.name(), now, json(frame));
    }

    private static String id(CvatTool tool, Job job) {
        return "cvat:%s:job-%s".formatted(tool.name(), job.id());
    }

    private static JsonNode json(Object value) {
        return Json.read(Json.write(value), JsonNode.class);
    }

    static <T> T detail(Task task, Class<T> type) throws UnusableTaskException {
        try {
            return Json.read(Json.write(task.detail()), type);
        } catch (UncheckedIOException e) {
            throw new UnusableTaskException("the task cannot be read: " + e.getMessage(), e);
        }
    }
}
