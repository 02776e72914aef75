package io.hone.vision.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The entries of a {@code .pt}, all below one root folder, by their names below it. What could be read in two ways is
 * refused: libtorch has a zip reader of its own.
 */
final class ZipEntries implements AutoCloseable {

    private static final int MAX_ENTRIES = 20_000;
    /** Of an entry that is not stored as it is: code, and what debuggers want. Large networks have some 100 KB. */
    private static final long MAX_INFLATED_BYTES = 16L << 20;

    private static final long MAX_INFLATED_BYTES_IN_ALL = 128L << 20;
    private static final int ZIP_SIGNATURE = 0x504b0304;

    private final ZipFile zip;
    private final String root;
    private final Map<String, ZipEntry> entries;

    private ZipEntries(ZipFile zip, long fileBytes) {
        this.zip = zip;
        this.entries = new LinkedHashMap<>();
        check(zip, fileBytes);
        this.root = root(zip.entries().nextElement().getName());
        zip.stream().forEach(this::add);
    }

    /** @throws NotTorchScriptException if it is no zip file, or one that PyTorch does not write */
    static ZipEntries open(Path file) {
        try {
            checkSignature(file);
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new ZipEntries(zip, Files.size(file));
            } catch (NotTorchScriptException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new NotTorchScriptException(
                    "the zip file is truncated or damaged (%s); copy it again".formatted(e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("no such file: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void checkSignature(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(Integer.BYTES);
        }
        if (start.length < Integer.BYTES || ByteBuffer.wrap(start).getInt() != ZIP_SIGNATURE) {
            throw new NotTorchScriptException("is no zip file, as TorchScript is since PyTorch 1.4;"
                    + " script the module with torch.jit.script and save it with .save()");
        }
    }

    private static void check(ZipFile zip, long fileBytes) {
        if (zip.size() == 0 || zip.size() > MAX_ENTRIES) {
            throw new NotTorchScriptException(
                    "the zip file has %d entries, must be between 1 and %d".formatted(zip.size(), MAX_ENTRIES));
        }
        if (zip.getComment() != null) {
            throw new NotTorchScriptException("the zip file carries a comment, PyTorch writes none");
        }
        checkSizes(zip, fileBytes);
    }

    private void add(ZipEntry entry) {
        if (entries.put(nameBelow(root, entry.getName()), entry) != null) {
            throw new NotTorchScriptException("entry %s is there twice".formatted(entry.getName()));
        }
    }

    private static void checkSizes(ZipFile zip, long fileBytes) {
        long stored = 0;
        long inflated = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            stored += entry.getCompressedSize();
            if (entry.getMethod() != ZipEntry.STORED) {
                atMost("entry " + entry.getName(), entry.getSize(), MAX_INFLATED_BYTES);
                inflated += entry.getSize();
            }
        }
        atMost("all entries stored", stored, fileBytes);
        atMost("all entries unpacked", inflated, MAX_INFLATED_BYTES_IN_ALL);
    }

    private static void atMost(String what, long bytes, long maximum) {
        if (bytes < 0 || bytes > maximum) {
            throw new NotTorchScriptException("%s: %d bytes, at most %d are allowed".formatted(what, bytes, maximum));
        }
    }

    private static String root(String name) {
        return name.substring(0, name.indexOf('/') + 1);
    }

    private static String nameBelow(String root, String name) {
        boolean trick = name.contains("\\") || name.chars().anyMatch(Character::isISOControl);
        boolean climbs = Stream.of(name.split("/", -1)).anyMatch(part -> part.isEmpty() || part.matches("\\.{1,2}"));
        if (trick || climbs) {
            throw new NotTorchScriptException("entry '%s' has a name that leads elsewhere".formatted(name));
        }
        if (root.isEmpty() || !name.startsWith(root)) {
            throw new NotTorchScriptException(
                    "entry %s does not lie in the one folder that PyTorch puts all in".formatted(name));
        }
        return name.substring(root.length());
    }

    /** The folder that holds all, with a slash at its end. */
    String root() {
        return root;
    }

    /** In the order of the file. */
    Stream<String> names() {
        return entries.keySet().stream();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Of an entry that is stored as it is; empty for none of that name, or a compressed one. */
    Optional<Long> storedBytes(String name) {
        return Optional.ofNullable(entries.get(name))
                .filter(entry -> entry.getMethod() == ZipEntry.STORED)
                .map(ZipEntry::getSize);
    }

    byte[] read(String name) {
        ZipEntry entry = entries.get(name);
        atMost("entry " + name, entry.getSize(), MAX_INFLATED_BYTES);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) entry.getSize() + 1);
            if (bytes.length != entry.getSize()) {
                throw new NotTorchScriptException(
                        "entry %s has other than the %d bytes it claims".formatted(name, entry.getSize()));
            }
            return bytes;
        } catch (IOException e) {
            throw new NotTorchScriptException("entry %s cannot be unpacked (%s)".formatted(name, e.getMessage()), e);
        }
    }

    /** Bytes of an entry, unpacked. */
    long bytes(String name) {
        return entries.get(name).getSize();
    }

    /** CRC-32 that the file claims for an entry. */
    long crc(String name) {
        return entries.get(name).getCrc();
    }

    /** An entry, unpacked; may be longer or shorter than it claims. */
    InputStream stream(String name) throws IOException {
        return zip.getInputStream(entries.get(name));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + zip.getName(), e);
        }
    }
}
