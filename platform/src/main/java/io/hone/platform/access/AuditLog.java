package io.hone.platform.access;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what that cannot be undone unseen: keys given and taken, champions moved, images removed. A log category of its
 * own, {@value #CATEGORY}, so that it can be kept apart and longer.
 */
@Singleton
public class AuditLog {

    public static final String CATEGORY = "io.hone.audit";

    private static final Logger LOG = LoggerFactory.getLogger(CATEGORY);

    /**
     * @param action such as {@code key-created}
     * @param by whoever did it
     * @param what it was done to, as {@code key=value}; no secrets
     */
    public void write(String action, String by, String what) {
        LOG.info("audit: action={} by='{}' {}", action, by, what);
    }
}
