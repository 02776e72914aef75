package io.hone.ingest.inbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an object lies that is to be taken in: {@code inbox/<model>/<class>/<name>}.
 *
 * @param name of the object; may hold further slashes
 */
record InboxKey(String model, String label, String name) {

    static final String INBOX = "inbox/";
    private static final String DONE = "done/";
    private static final String FAILED = "failed/";
    private static final String REASON = ".reason.json";

    private static final Pattern KEY = Pattern.compile("inbox/([^/]+)/([^/]+)/(.+)", Pattern.DOTALL);

    /** Large images of a model that is called so lie beside it. */
    private static final Pattern CLAIM_CHECK = Pattern.compile("inbox/[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the object lies elsewhere below the inbox */
    static InboxKey parse(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "the object lies at '%s', must lie at inbox/<model>/<class>/<name>".formatted(key));
        }
        return new InboxKey(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** Marks of empty folders, which some tools leave, and what has nothing to do with the inbox. */
    static boolean isNoImage(String key) {
        return key.endsWith("/") || CLAIM_CHECK.matcher(key).matches();
    }

    static String done(String key) {
        return DONE + key.substring(INBOX.length());
    }

    static String failed(String key) {
        return FAILED + key.substring(INBOX.length());
    }

    /** Beside the object that failed. */
    static String reason(String key) {
        return failed(key) + REASON;
    }
}
