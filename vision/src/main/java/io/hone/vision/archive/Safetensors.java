package io.hone.vision.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state dictionary in the safetensors format: the length of a header (eight bytes, little-endian), the header (JSON:
 * name to type, shape, and where the elements begin and end), the elements in row order, one tensor after the other
 * without gaps. Source: the format's README in huggingface/safetensors.
 */
final class Safetensors {

    /** As the format says. */
    private static final long MAX_HEADER_BYTES = 100_000_000;

    private Safetensors() {}

    /** @throws NotWeightsException if anything in the header contradicts the format or the file */
    static Map<String, StoredTensor> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            long fileBytes = Files.size(file);
            long headerBytes = headerBytes(in, fileBytes);
            List<SafetensorsEntry> entries = SafetensorsHeader.read(in.readNBytes((int) headerBytes));
            long start = Long.BYTES + headerBytes;
            checkNoGaps(entries, fileBytes - start);
            return tensors(file, entries, start);
        } catch (NotWeightsException e) {
            throw new NotWeightsException("%s: %s".formatted(file.getFileName(), e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static long headerBytes(InputStream in, long fileBytes) throws IOException {
        byte[] start = in.readNBytes(Long.BYTES);
        long length = start.length < Long.BYTES
                ? -1
                : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > fileBytes - Long.BYTES || length > MAX_HEADER_BYTES) {
            throw new NotWeightsException(
                    "is neither TorchScript nor safetensors: as safetensors, its header would have"
                            + " %s bytes, must be between 2 and %d, within a file of %d bytes"
                                    .formatted(Long.toUnsignedString(length), MAX_HEADER_BYTES, fileBytes));
        }
        return length;
    }

    private static void checkNoGaps(List<SafetensorsEntry> entries, long bytes) {
        long end = 0;
        for (SafetensorsEntry entry : entries.stream()
                .sorted(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end))
                .toList()) {
            if (entry.begin() != end) {
                throw new NotWeightsException(
                        "tensor '%s' begins at byte %d of the elements, must follow the one before at %d"
                                .formatted(entry.name(), entry.begin(), end));
            }
            end = entry.end();
        }
        if (end != bytes) {
            throw new NotWeightsException(
                    "the tensors take %d bytes, the file has %d for them; copy it again".formatted(end, bytes));
        }
    }

    private static Map<String, StoredTensor> tensors(Path file, List<SafetensorsEntry> entries, long start) {
        FileRange.Source source = () -> Files.newInputStream(file);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (SafetensorsEntry entry : entries) {
            Layout layout = Layout.rowMajor(entry.shape());
            FileRange range = new FileRange(source, start + entry.begin(), entry.end() - entry.begin());
            tensors.put(entry.name(), new StoredTensor(entry.type(), layout, range, layout.count()));
        }
        return tensors;
    }
}
