package io.hone.ingest.body;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/** What the headers of a form's part say of it (RFC 7578, 4.2 and 4.4). */
final class PartHeaders {

    /** Longer than any that is asked for. */
    static final int LONGEST_NAME = 200;

    private final Map<String, RawField> fields = new HashMap<>();

    /** @param field as the stream has it, which makes no others */
    void add(Field field) {
        fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), (RawField) field);
    }

    /** Empty for a part that nobody can ask for. */
    Optional<String> name() {
        return parameter("content-disposition", "name").filter(name -> name.length() <= LONGEST_NAME);
    }

    /** UTF-8 where it names none, or one that is not known here. */
    Charset charset() {
        return parameter("content-type", "charset").flatMap(PartHeaders::known).orElse(StandardCharsets.UTF_8);
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private Optional<String> parameter(String field, String name) {
        return Optional.ofNullable(fields.get(field))
                .map(RawFieldParser.DEFAULT::parseRawBody)
                .flatMap(body -> body.getParams().stream()
                        .filter(parameter -> name.equalsIgnoreCase(parameter.getName()))
                        .findFirst())
                // There is none where nothing stands behind the name.
                .map(NameValuePair::getValue);
    }
}
