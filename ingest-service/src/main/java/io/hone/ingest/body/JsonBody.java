package io.hone.ingest.body;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.platform.problem.InvalidFieldException;
import java.io.IOException;

/** A request's body that is one JSON object. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * @param expected what the body must be, for the message
     * @throws InvalidFieldException if it is anything else
     */
    public static <T> T read(ObjectMapper mapper, String json, Class<T> type, String expected) {
        try {
            T body = mapper.readValue(json, type);
            if (body != null) {
                return body;
            }
        } catch (IOException e) {
            throw other(json, expected, e);
        }
        throw other(json, expected, null);
    }

    private static InvalidFieldException other(String json, String expected, IOException cause) {
        InvalidFieldException invalid = new InvalidFieldException("body", json, "body is " + expected);
        invalid.initCause(cause);
        return invalid;
    }
}
