package io.hone.cli.push.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One JSON object a line. */
final class JsonRows implements Rows {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Lines lines;

    JsonRows(Path file) throws IOException {
        this.lines = new Lines(file);
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        return line.map(this::row);
    }

    private Row row(String line) {
        if (line.length() > Lines.MOST) {
            return Row.broken(lines.number(), "its line has more than %d characters".formatted(Lines.MOST));
        }
        try {
            JsonNode node = MAPPER.readTree(line);
            return node.isObject()
                    ? Row.of(lines.number(), Row.scalars(node))
                    : Row.broken(lines.number(), "its line is no JSON object");
        } catch (JsonProcessingException e) {
            return Row.broken(lines.number(), "its line is no JSON object");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
