package io.hone.platform.access;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what that must not happen unseen: keys given and taken, champions moved, images removed, settings changed. A
 * log category of its own, {@value #CATEGORY}, so that it can be kept apart and longer.
 */
@Singleton
public class AuditLog {

    public static final String CATEGORY = "io.hone.audit";

    private static final Logger LOG = LoggerFactory.getLogger(CATEGORY);

    /**
     * What an action was done to, or with.
     *
     * @param value no secret
     */
    public record Detail(String key, Object value) {

        /** Between quotes that nothing within can end: nobody's name writes a line of its own. */
        @Override
        public String toString() {
            String text = String.valueOf(value)
                    .replace("\\", "\\\\")
                    .replace("'", "\\'")
                    .replaceAll("\\p{Cntrl}", " ");
            return "%s='%s'".formatted(key, text);
        }
    }

    public static Detail detail(String key, Object value) {
        return new Detail(key, value);
    }

    /**
     * @param action such as {@code key-created}
     * @param by whoever did it
     */
    public void write(String action, String by, Detail... details) {
        LOG.info(
                "audit: {} {} {}",
                detail("action", action),
                detail("by", by),
                Arrays.stream(details).map(Detail::toString).collect(Collectors.joining(" ")));
    }
}
