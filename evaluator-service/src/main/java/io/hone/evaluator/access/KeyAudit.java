package io.hone.evaluator.access;

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
                "key=%s name='%s' grants=%s".formatted(key.id(), key.name(), key.grants()));
    }

    void revoked(ApiKey key, String by) {
        log.write("key-revoked", by, "key=%s name='%s'".formatted(key.id(), key.name()));
    }
}
