package io.hone.bench.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TensorType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes a state dictionary in the safetensors format: the length of a header (eight bytes, little-endian), the header as
 * JSON, the elements. Source: the format's README in huggingface/safetensors.
 */
final class SafetensorsFile {

    private final Map<String, Object> header = new LinkedHashMap<>();
    private long end;

    private SafetensorsFile() {}

    /** @param numbers of a tensor, in row order; whole ones where the tensor is made of whole numbers */
    static void write(Path file, List<TensorInfo> tensors, Function<TensorInfo, float[]> numbers) {
        SafetensorsFile format = new SafetensorsFile();
        tensors.forEach(format::add);
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] header = new ObjectMapper().writeValueAsBytes(format.header);
            byte[] length = new byte[Long.BYTES];
            littleEndian(length).putLong(header.length);
            out.write(length);
            out.write(header);
            for (TensorInfo tensor : tensors) {
                out.write(bytes(tensor, numbers.apply(tensor)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void add(TensorInfo tensor) {
        long start = end;
        end += tensor.elements() * tensor.type().bytes();
        header.put(
                tensor.name(),
                Map.of("dtype", name(tensor), "shape", tensor.shape(), "data_offsets", List.of(start, end)));
    }

    private static String name(TensorInfo tensor) {
        return switch (tensor.type()) {
            case FLOAT32 -> "F32";
            case INT64 -> "I64";
            default ->
                throw new IllegalArgumentException(
                        "tensor '%s' is of type %s, must be FLOAT32 or INT64".formatted(tensor.name(), tensor.type()));
        };
    }

    private static byte[] bytes(TensorInfo tensor, float[] numbers) {
        byte[] bytes = new byte[numbers.length * tensor.type().bytes()];
        ByteBuffer elements = littleEndian(bytes);
        for (float number : numbers) {
            if (tensor.type() == TensorType.INT64) {
                elements.putLong((long) number);
            } else {
                elements.putFloat(number);
            }
        }
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
