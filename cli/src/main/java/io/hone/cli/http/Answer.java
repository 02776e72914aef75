package io.hone.cli.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param retryAfter how long it asks to wait, where it does
 */
public record Answer(URI uri, int status, Optional<Duration> retryAfter, byte[] body) {

    /** Services may say more than this command knows of. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        return read(JsonNode.class);
    }

    public <T> T read(Class<T> type) {
        try {
            return MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public <T> List<T> readList(Class<T> type) {
        try {
            return MAPPER.readerForListOf(type).readValue(body);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private CommandFailure unreadable(IOException e) {
        return new CommandFailure(
                "%s answered with status %d and no JSON that is understood".formatted(uri, status),
                "Is it a Hone service, of this version? Look at what it says: curl -i '%s'".formatted(uri),
                e);
    }

    /** What is wrong, from the problem details (RFC 9457) where there are some. */
    public String problem() {
        try {
            return describe(MAPPER.readTree(body));
        } catch (IOException e) {
            return "status " + status;
        }
    }

    /** From the problem details inside an answer about many things. */
    public static String describe(JsonNode problem) {
        return Optional.of(problem.path("detail").asText(problem.path("title").asText()))
                .filter(text -> !text.isBlank())
                .orElse("status " + problem.path("status").asText("unknown"));
    }

    /** This answer, unless it is an error. */
    public Answer orFail(String what, String next) {
        if (isOk()) {
            return this;
        }
        throw new CommandFailure("%s: %s (%s, status %d)".formatted(what, problem(), uri, status), next);
    }
}
