package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zip files like PyTorch's, with something changed. */
final class TestArchive {

    static final Path FIXTURES = Path.of("src/test/resources/torchscript");

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String comment;

    static TestArchive like(String fixture) throws IOException {
        TestArchive archive = new TestArchive();
        try (ZipFile zip = new ZipFile(FIXTURES.resolve(fixture).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                archive.entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return archive;
    }

    /** One module of class {@code M}, of which the pickle tells. */
    static TestArchive module(byte[] pickle) {
        return new TestArchive()
                .with("m/data.pkl", pickle)
                .with("m/code/__torch__.py", "class M(Module):\n  __parameters__ = []\n".getBytes(UTF_8))
                .with("m/constants.pkl", new TestPickle().op(')').stop());
    }

    byte[] entry(String name) {
        return entries.get(name);
    }

    TestArchive with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    TestArchive without(String name) {
        entries.remove(name);
        return this;
    }

    TestArchive comment(String text) {
        comment = text;
        return this;
    }

    /** As PyTorch does: code compressed, all else stored. */
    Path write(Path folder) throws IOException {
        return write(folder, "/code/");
    }

    Path write(Path folder, String compressed) throws IOException {
        Path file = folder.resolve("test.pt");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(comment);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(entry(entry, compressed));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static ZipEntry entry(Map.Entry<String, byte[]> content, String compressed) {
        ZipEntry entry = new ZipEntry(content.getKey());
        if (!content.getKey().contains(compressed)) {
            CRC32 crc = new CRC32();
            crc.update(content.getValue());
            entry.setMethod(ZipEntry.STORED);
            entry.setCrc(crc.getValue());
            entry.setSize(content.getValue().length);
        }
        return entry;
    }
}
