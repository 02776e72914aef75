package io.hone.platform.access;

import io.hone.registry.access.ApiKey;
import io.hone.registry.access.ApiKeys;
import io.hone.registry.access.KeyText;
import io.hone.registry.store.ObjectStoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that open, as the bucket had them a short while ago. Strangers who try keys cost nothing: for a key that is
 * not among them the bucket is asked again only when a moment has passed.
 */
final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    /** How soon a new key opens. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    /** How exactly it is told when a key was last used. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

    private final ApiKeys keys;
    private final Duration refresh;
    private final InstantSource clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private Map<String, ApiKey> open = Map.of();
    private Instant readAt = Instant.MIN;

    KeyRing(ApiKeys keys, Duration refresh, InstantSource clock) {
        this.keys = keys;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** @throws ObjectStoreException if the bucket is away and was never read */
    Optional<ApiKey> find(KeyText presented) {
        Optional<ApiKey> key = current(refresh, presented);
        if (key.isEmpty()) {
            key = current(LEAST_PAUSE, presented);
        }
        key.ifPresent(this::note);
        return key;
    }

    private synchronized Optional<ApiKey> current(Duration age, KeyText presented) {
        Instant now = clock.instant();
        if (readAt.plus(readAt.equals(Instant.MIN) ? Duration.ZERO : age).isBefore(now)) {
            read(now);
        }
        return Optional.ofNullable(open.get(presented.id())).filter(key -> key.opensWith(presented));
    }

    private void read(Instant now) {
        try {
            open = keys.open(open);
        } catch (ObjectStoreException e) {
            if (readAt.equals(Instant.MIN)) {
                throw e;
            }
            LOG.warn("API keys are those of {}, for the bucket is away: {}", readAt, e.getMessage());
        }
        readAt = now;
    }

    /** That a key was used is worth knowing, but no reason to keep a request waiting or to refuse it. */
    private void note(ApiKey key) {
        Instant now = clock.instant();
        Instant before = noted.get(key.id());
        if (before != null && now.isBefore(before.plus(USE_NOTED_EVERY))) {
            return;
        }
        noted.put(key.id(), now);
        try {
            keys.used(key.id(), now);
        } catch (ObjectStoreException e) {
            LOG.debug("The last use of a key was not noted: key={}", key.id(), e);
        }
    }
}
