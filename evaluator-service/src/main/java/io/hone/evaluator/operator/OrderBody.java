package io.hone.evaluator.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The body of a request about the champion: some lines, while the service takes requests as large as a base model. */
final class OrderBody {

    /** In bytes; a reason, the longest of what it holds, has at most some thousand characters. */
    static final int LIMIT = 64 << 10;

    private OrderBody() {}

    /** Reads no further than the limit, and throws the problem to answer with. */
    static String text(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw tooLarge();
            }
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the body could not be read", e);
        }
    }

    private static HttpProblem tooLarge() {
        return Problems.problem(
                        Status.REQUEST_ENTITY_TOO_LARGE,
                        "too-large",
                        "Too large",
                        "body has more than %d bytes: version, reason and by are all it may hold".formatted(LIMIT))
                .with("field", "body")
                .with("limit", LIMIT)
                .build();
    }
}
