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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that open, as the bucket had them a short while ago. A key that is not among them may be new, so the
 * bucket is asked again, but not as often as strangers may try keys, and nobody waits long for somebody else's answer.
 */
final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    /** Between two looks for new keys, when strangers try many; then a new key opens so much later. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    /** Looks without a pause. */
    private static final int AT_ONCE = 10;

    /** How exactly it is told when a key was last used. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

    /** How long others wait for who is reading; then they go by what was read before. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ApiKeys keys;
    private final Duration refresh;
    private final InstantSource clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    /** Guarded by {@link #reading}. */
    private Instant nextLook = Instant.EPOCH;

    KeyRing(ApiKeys keys, Duration refresh, InstantSource clock) {
        this.keys = keys;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** @param readAt {@link Instant#MIN} if never */
    private record Known(Map<String, ApiKey> open, Instant readAt) {

        boolean wasRead() {
            return !readAt.equals(Instant.MIN);
        }

        boolean holds(Duration age, Instant now) {
            return wasRead() && !readAt.plus(age).isBefore(now);
        }

        Optional<ApiKey> find(KeyText presented) {
            return Optional.ofNullable(open.get(presented.id())).filter(key -> key.opensWith(presented));
        }
    }

    /** @throws ObjectStoreException if the bucket is away and was never read */
    Optional<ApiKey> find(KeyText presented) {
        if (isOld()) {
            readIf(this::isOld);
        }
        Optional<ApiKey> key = known.find(presented);
        if (key.isEmpty()) {
            readIf(this::mayLook);
            key = known.find(presented);
        }
        key.ifPresent(this::note);
        return key;
    }

    private boolean isOld() {
        return !known.holds(refresh, clock.instant());
    }

    /** Each look takes one of {@value #AT_ONCE}, and each pause gives one back. */
    private boolean mayLook() {
        Instant now = clock.instant();
        Instant full = now.minus(LEAST_PAUSE.multipliedBy(AT_ONCE - 1));
        Instant next = nextLook.isBefore(full) ? full : nextLook;
        if (next.isAfter(now)) {
            return false;
        }
        nextLook = next.plus(LEAST_PAUSE);
        return true;
    }

    /** @param due asked by one at a time */
    private void readIf(BooleanSupplier due) {
        if (!mayRead()) {
            return;
        }
        try {
            if (due.getAsBoolean()) {
                known = read();
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean mayRead() {
        try {
            if (reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!known.wasRead()) {
            throw new ObjectStoreException("API keys are not known yet: the bucket has not answered", null);
        }
        return false;
    }

    private Known read() {
        Instant now = clock.instant();
        try {
            return new Known(keys.open(known.open()), now);
        } catch (ObjectStoreException e) {
            if (!known.wasRead()) {
                throw e;
            }
            LOG.warn("API keys are those of before, for the bucket is away: {}", e.getMessage());
            return new Known(known.open(), now);
        }
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
