package io.hone.cli.push.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Names in as little memory as they need: of a million files some twenty megabytes. */
final class Names {

    private static final byte[] NONE = {};

    private final byte[] utf8;
    private final int count;

    /** @param names without the character 0, as file names are */
    Names(List<String> names) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : names) {
            all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            all.write(0);
        }
        this.utf8 = names.isEmpty() ? NONE : all.toByteArray();
        this.count = names.size();
    }

    int count() {
        return count;
    }

    Iterator<String> iterator() {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < utf8.length;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int end = at;
                while (utf8[end] != 0) {
                    end++;
                }
                String name = new String(utf8, at, end - at, StandardCharsets.UTF_8);
                at = end + 1;
                return name;
            }
        };
    }
}
