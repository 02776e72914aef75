package io.hone.ingest.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.Json;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.UnusableTaskException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** Annotations as tasks of the queue. What is told of one annotation has one id, so that the last holds. */
final class AnnotationTask {

    static final String GIVEN = "label-studio.annotation";
    static final String DELETED = "label-studio.deletion";

    private AnnotationTask() {}

    static Task given(ModelName model, LabelStudioTool tool, Annotated annotated, Instant now) {
        return new Task(model, id(tool, annotated.annotation()), GIVEN, tool.name(), now, json(annotated));
    }

    static Task deleted(ModelName model, LabelStudioTool tool, String annotation, Instant now) {
        return new Task(model, id(tool, annotation), DELETED, tool.name(), now, json(Map.of("annotation", annotation)));
    }

    private static JsonNode json(Object value) {
        return Json.read(Json.write(value), JsonNode.class);
    }

    static Annotated annotated(Task task) throws UnusableTaskException {
        try {
            return Json.read(Json.write(task.detail()), Annotated.class);
        } catch (UncheckedIOException e) {
            throw new UnusableTaskException("the task cannot be read: " + e.getMessage(), e);
        }
    }

    private static String id(LabelStudioTool tool, String annotation) {
        return prefix(tool) + annotation;
    }

    /** Of all annotations of a tool. */
    static String prefix(LabelStudioTool tool) {
        return "label-studio:%s:annotation-".formatted(tool.name());
    }
}
