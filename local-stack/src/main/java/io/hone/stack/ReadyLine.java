package io.hone.stack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one line a server writes to its standard output, once it answers requests: {@code hone-ready <port>}. A line and
 * not a file, so that nothing stale from an earlier start can be taken for it, and the starter wakes at once.
 */
public record ReadyLine(int port) {
    private static final Pattern FORMAT = Pattern.compile("hone-ready (\\d{1,5})");

    static Optional<ReadyLine> parse(String line) {
        var matcher = FORMAT.matcher(line);
        return matcher.matches() ? Optional.of(new ReadyLine(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "hone-ready " + port;
    }
}
