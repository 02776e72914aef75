package io.hone.registry.store;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys that differ only in their number, written with twelve digits. Whatever else lies beside them is read over: a store
 * on a file system may list files that are still being written.
 */
public final class NumberedKeys {

    private static final Pattern NAME = Pattern.compile("\\d{12}\\.json");

    private NumberedKeys() {}

    public static SortedSet<String> under(ObjectStore store, String prefix) {
        return store.keys(prefix).stream()
                .filter(key -> NAME.matcher(key.substring(prefix.length())).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The highest number; 0 where there is none. */
    public static long last(ObjectStore store, String prefix) {
        SortedSet<String> keys = under(store, prefix);
        return keys.isEmpty()
                ? 0
                : Long.parseLong(keys.last().substring(prefix.length()).replace(".json", ""));
    }
}
