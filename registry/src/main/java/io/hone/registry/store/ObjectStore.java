package io.hone.registry.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One bucket: keys and bytes. Nothing that Hone promises rests on overwriting an object; what must be decided once is
 * decided by {@link #createIfAbsent}. Every method throws {@link ObjectStoreException} when the store is away or
 * refuses.
 */
public interface ObjectStore {

    /** The whole object; for small ones. Empty when there is none. */
    Optional<byte[]> read(String key);

    /** Empty when there is none. The caller closes the stream. */
    Optional<InputStream> open(String key);

    /** Writes the file as the object, over what may be there. */
    void upload(String key, Path file, String contentType);

    /** Writes the bytes as the object, over what may be there. */
    void write(String key, byte[] content, String contentType);

    /**
     * Creates the object unless one is there already, atomically: of any number of writers exactly one wins.
     *
     * <p>{@code content} must differ from what others may write under this key (put a writer id into it): a store that
     * repeats a request after a lost answer finds its own object there, and tells by the content that it has won.
     *
     * @return whether the object now there is this writer's
     */
    boolean createIfAbsent(String key, byte[] content, String contentType);

    /** All keys that begin with {@code prefix}, in order. */
    SortedSet<String> keys(String prefix);

    /**
     * The next keys in order that begin with {@code prefix} and come after {@code after}, {@code most} at most: for
     * prefixes below which others may put any number of objects.
     */
    default List<String> keys(String prefix, String after, int most) {
        return keys(prefix).stream()
                .filter(key -> key.compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    /** The distinct names directly below {@code prefix}, as folders: {@code a/} of {@code <prefix>a/b}. */
    List<String> folders(String prefix);

    boolean exists(String key);

    /**
     * Writes the object under another key, over what may be there; its bytes need not pass through here.
     *
     * @return false if there is no such object
     */
    default boolean copy(String from, String to) {
        Optional<byte[]> content = read(from);
        content.ifPresent(bytes -> write(to, bytes, "application/octet-stream"));
        return content.isPresent();
    }

    /** Does nothing when there is no such object. */
    void delete(String key);
}
