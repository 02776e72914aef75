package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What lies in zip files, as Java's own reader says. */
final class TestEntries {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_HEADER_BYTES = 30;

    private TestEntries() {}

    /** Below the root folder. */
    static Map<String, byte[]> of(Path file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                entries.put(
                        name.substring(name.indexOf('/') + 1),
                        zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static String text(Path file, String entry) {
        return new String(of(file).get(entry), UTF_8);
    }

    static List<String> names(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    /** Names of the entries that only one has, or that hold other bytes; what debuggers want is left out. */
    static List<String> differing(Path one, Path other) {
        Map<String, byte[]> first = of(one);
        Map<String, byte[]> second = of(other);
        List<String> names = new ArrayList<>(first.keySet());
        second.keySet().stream().filter(name -> !first.containsKey(name)).forEach(names::add);
        names.removeIf(name -> name.endsWith(".debug_pkl") || Arrays.equals(first.get(name), second.get(name)));
        return names;
    }

    /** Where the entries' bytes begin, of a file whose entries are all stored. */
    static List<Long> positions(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Long> positions = new ArrayList<>();
        int header = 0;
        while (bytes.getInt(header) == LOCAL_HEADER) {
            int start = header + LOCAL_HEADER_BYTES + bytes.getShort(header + 26) + bytes.getShort(header + 28);
            positions.add((long) start);
            header = start + bytes.getInt(header + 18);
        }
        return positions;
    }
}
