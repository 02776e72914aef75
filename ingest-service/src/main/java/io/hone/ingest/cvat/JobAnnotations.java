package io.hone.ingest.cvat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.ingest.task.ImageTaker;
import io.hone.ingest.task.UnusableTaskException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks CVAT what was tagged in a job. */
@Singleton
class JobAnnotations {

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_PAGES = 100;
    private static final int MOST_TAGS = 1_000_000;

    private final ImageTaker tool;
    private final ObjectMapper mapper;

    JobAnnotations(ImageTaker tool, ObjectMapper mapper) {
        this.tool = tool;
        this.mapper = mapper;
    }

    /**
     * The images that have tags, by their numbers.
     *
     * @throws UnusableTaskException if CVAT does not know the job, or says what cannot be understood
     */
    List<Frame> frames(CvatTool cvat, Job job) throws UnusableTaskException {
        Map<Long, String> names = labels(cvat, job);
        SortedMap<Integer, Set<String>> byFrame = new TreeMap<>();
        for (Tag tag : tags(cvat, job)) {
            String name = names.getOrDefault(tag.label(), "");
            if (name.isEmpty()) {
                throw new UnusableTaskException("frame %d of job %s has a tag of label %d, which CVAT does not tell of"
                        .formatted(tag.frame(), job.id(), tag.label()));
            }
            byFrame.computeIfAbsent(tag.frame(), none -> new LinkedHashSet<>()).add(name);
        }
        return byFrame.entrySet().stream()
                .map(frame -> new Frame(job, frame.getKey(), List.copyOf(frame.getValue())))
                .toList();
    }

    private record Tag(int frame, long label) {}

    /** Outlines and tracks are passed over as they come: they can be very many. */
    private List<Tag> tags(CvatTool cvat, Job job) throws UnusableTaskException {
        List<Tag> tags = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(tool.fetch(cvat.annotations(job.id()), MOST_BYTES))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notUnderstood("annotations", job);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("tags");
                if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                    add(tags, parser, job);
                } else {
                    parser.skipChildren();
                }
            }
            return tags;
        } catch (IOException e) {
            throw notUnderstood("annotations", job);
        }
    }

    private void add(List<Tag> tags, JsonParser parser, Job job) throws IOException, UnusableTaskException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode tag = mapper.readTree(parser);
            if (!tag.path("frame").isInt() || tag.path("frame").asInt() < 0 || tags.size() == MOST_TAGS) {
                throw notUnderstood("annotations", job);
            }
            tags.add(new Tag(tag.path("frame").asInt(), tag.path("label_id").asLong()));
        }
    }

    private Map<Long, String> labels(CvatTool cvat, Job job) throws UnusableTaskException {
        Map<Long, String> names = new HashMap<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode labels = read(tool.fetch(cvat.labels(job.id(), page), MOST_BYTES), job);
            labels.path("results")
                    .forEach(label -> names.put(
                            label.path("id").asLong(), label.path("name").asText("")));
            if (labels.path("next").asText("null").equals("null")) {
                return names;
            }
        }
        throw notUnderstood("labels", job);
    }

    private JsonNode read(byte[] json, Job job) throws UnusableTaskException {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw notUnderstood("labels", job);
        }
    }

    private static UnusableTaskException notUnderstood(String what, Job job) {
        return new UnusableTaskException(
                "the %s of job %s are not as CVAT's API describes them: is the address CVAT's own?"
                        .formatted(what, job.id()));
    }
}
