package io.hone.openapi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service answered.
 *
 * @param path without its query
 * @param contentType empty when there is none
 * @param body empty when there is none
 */
public record Answer(String method, String path, int status, String contentType, String body) {

    private static final Pattern HTTP = Pattern.compile(
            "^HTTP/1\\.1 (?<status>\\d{3})[^\r\n]*\r\n(?<head>.*?)\r\n\r\n(?<body>.*)$", Pattern.DOTALL);
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("^content-type: *([^\r\n]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Of the bytes that a server sent, as text, its body whole and not in chunks. */
    public static Answer ofHttp(String method, String path, String text) {
        Matcher answer = HTTP.matcher(text);
        if (!answer.find()) {
            throw new AssertionError("no answer to %s %s: %s".formatted(method, path, text));
        }
        Matcher type = CONTENT_TYPE.matcher(answer.group("head"));
        return new Answer(
                method,
                path,
                Integer.parseInt(answer.group("status")),
                type.find() ? type.group(1) : "",
                answer.group("body"));
    }

    /** Without its parameters, in lower case. */
    String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "%s %s: %d %s%n%s".formatted(method, path, status, contentType, body);
    }
}
