package io.hone.ingest.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What a webhook sends, never more than is allowed. */
public final class WebhookBody {

    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_SHOWN = 100;

    private WebhookBody() {}

    /** @throws HttpProblem with 413 if there are too many bytes */
    public static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the webhook could not be read from the request", e);
        }
    }

    /** @throws InvalidFieldException if it is no JSON object */
    public static JsonNode parse(ObjectMapper mapper, byte[] json) {
        try {
            JsonNode webhook = mapper.readTree(json);
            if (webhook != null && webhook.isObject()) {
                return webhook;
            }
        } catch (IOException e) {
            // falls through to the same message
        }
        throw new InvalidFieldException("body", null, "the request's body is no JSON object, as webhooks send it");
    }

    /** A request of megabytes is not answered with as many. */
    public static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static HttpProblem tooLarge() {
        return Problems.problem(
                        Status.REQUEST_ENTITY_TOO_LARGE,
                        "request-too-large",
                        "Request is too large",
                        "the webhook has more than the %d bytes that are allowed".formatted(MOST_BYTES))
                .with("field", "body")
                .with("limit", MOST_BYTES)
                .build();
    }
}
