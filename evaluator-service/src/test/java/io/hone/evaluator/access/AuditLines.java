package io.hone.evaluator.access;

import io.hone.platform.access.AuditLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.LogContext;

/** What is written into the audit log from here on. */
public final class AuditLines extends Handler implements AutoCloseable {

    private static final Logger AUDIT = LogContext.getLogContext().getLogger(AuditLog.CATEGORY);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private AuditLines() {}

    public static AuditLines open() {
        AuditLines lines = new AuditLines();
        AUDIT.addHandler(lines);
        return lines;
    }

    public List<String> all() {
        return lines;
    }

    @Override
    public void publish(LogRecord written) {
        lines.add(written.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        AUDIT.removeHandler(this);
    }
}
