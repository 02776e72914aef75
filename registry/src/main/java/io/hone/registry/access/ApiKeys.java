package io.hone.registry.access;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.access.Grant;
import io.hone.registry.access.KeyState.Revocation;
import io.hone.registry.store.ObjectStore;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that were given, each an object in the bucket; revoking one adds another beside it. */
public final class ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final String JSON = "application/json";
    private static final String KEY = ".json";
    private static final String REVOKED = ".revoked.json";
    private static final String USED = ".used.json";

    private final ObjectStore store;
    private final SecureRandom random = new SecureRandom();

    public ApiKeys(ObjectStore store) {
        this.store = store;
    }

    /** What the holder is to be told once, and what is kept. */
    public record Created(KeyText text, ApiKey key) {}

    public Created create(String name, List<Grant> grants, Instant at, String by) {
        KeyText text = KeyText.random(random);
        ApiKey key = new ApiKey(text.id(), name, text.digest(), grants, at, by);
        if (!store.createIfAbsent(object(text.id(), KEY), Json.writePretty(key), JSON)) {
            throw new IllegalStateException("two random ids are the same: " + text);
        }
        return new Created(text, key);
    }

    public Optional<KeyState> find(String id) {
        return store.read(object(id, KEY))
                .map(bytes -> new KeyState(
                        Json.read(bytes, ApiKey.class),
                        store.read(object(id, REVOKED)).map(revoked -> Json.read(revoked, Revocation.class)),
                        store.read(object(id, USED))
                                .map(used -> Json.read(used, Use.class).at())));
    }

    /** All that were ever given, oldest first. */
    public List<KeyState> all() {
        return ids(store.keys(ObjectKeys.API_KEYS)).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(state -> state.key().createdAt()))
                .toList();
    }

    /**
     * Those that open something.
     *
     * @param known keys that were read before: keys never change, so they are not read again
     */
    public Map<String, ApiKey> open(Map<String, ApiKey> known) {
        Set<String> objects = store.keys(ObjectKeys.API_KEYS);
        Map<String, ApiKey> open = new HashMap<>();
        for (String id : ids(objects)) {
            if (!objects.contains(object(id, REVOKED))) {
                Optional.ofNullable(known.get(id))
                        .or(() -> store.read(object(id, KEY)).flatMap(bytes -> readable(id, bytes)))
                        .ifPresent(key -> open.put(id, key));
            }
        }
        return open;
    }

    /** One that somebody spoilt must not lock out all others. */
    private static Optional<ApiKey> readable(String id, byte[] bytes) {
        try {
            return Optional.of(Json.read(bytes, ApiKey.class));
        } catch (UncheckedIOException e) {
            LOG.warn("A key in the bucket cannot be read, and opens nothing: key={} reason={}", id, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Revoking again changes nothing: the first who did it stays on record.
     *
     * @return the key as it is now; empty if there is none
     */
    public Optional<KeyState> revoke(String id, Instant at, String by) {
        if (!KeyText.isId(id) || !store.exists(object(id, KEY))) {
            return Optional.empty();
        }
        store.createIfAbsent(object(id, REVOKED), Json.write(new Revocation(at, by)), JSON);
        return find(id);
    }

    public void used(String id, Instant at) {
        store.write(object(id, USED), Json.write(new Use(at)), JSON);
    }

    private record Use(Instant at) {}

    private static Set<String> ids(Set<String> objects) {
        Map<String, String> ids = new TreeMap<>();
        for (String object : objects) {
            String name = object.substring(ObjectKeys.API_KEYS.length());
            int end = name.length() - KEY.length();
            if (name.endsWith(KEY) && name.indexOf('.') == end) {
                ids.put(name.substring(0, end), object);
            }
        }
        return ids.keySet();
    }

    private static String object(String id, String suffix) {
        return ObjectKeys.API_KEYS + id + suffix;
    }
}
