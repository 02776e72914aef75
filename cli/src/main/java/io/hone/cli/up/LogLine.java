package io.hone.cli.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A line of a log, for people: services write JSON, which is for machines. */
final class LogLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LogLine() {}

    /** When, how bad, what, and the exceptions without their frames; a line that is no such JSON as it is. */
    static String told(String line) {
        JsonNode entry = parse(line);
        if (!entry.path("message").isTextual()) {
            return line;
        }
        StringBuilder told = new StringBuilder("%s %-5s %s"
                .formatted(
                        time(entry.path("timestamp").asText()),
                        entry.path("level").asText(),
                        entry.path("message").asText()));
        for (JsonNode cause = entry.path("exception"); !cause.isMissingNode(); ) {
            told.append(": ").append(cause.path("exceptionType").asText());
            if (cause.path("message").isTextual()) {
                told.append(": ").append(cause.path("message").asText());
            }
            cause = cause.path("causedBy").path("exception");
        }
        return told.toString();
    }

    private static JsonNode parse(String line) {
        try {
            return line.startsWith("{") ? JSON.readTree(line) : JSON.missingNode();
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Of 2026-11-22T20:52:44.006858878Z: of a log's last lines the day goes without saying. */
    private static String time(String timestamp) {
        int day = timestamp.indexOf('T');
        int fraction = timestamp.indexOf('.');
        return day >= 0 && fraction > day ? timestamp.substring(day + 1, fraction) : timestamp;
    }
}
