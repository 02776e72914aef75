package io.hone.evaluator.access;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.platform.access.AuditLog;
import io.hone.registry.access.ApiKey;
import jakarta.inject.Singleton;

/** Writes down who gave and who took which key. */
@Singleton
class KeyAudit {

    private final AuditLog log;

    KeyAudit(AuditLog log) {
        this.log = log;
    }

    void created(ApiKey key) {
        log.write(
                "key-created",
                key.createdBy(),
                detail("key", key.id()),
                detail("name", key.name()),
                detail("grants", key.grants()));
    }

    void revoked(ApiKey key, String by) {
        log.write("key-revoked", by, detail("key", key.id()), detail("name", key.name()));
    }
}
