package io.hone.evaluator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes state dictionaries as safetensors: the header's length in eight bytes, little-endian; the header, JSON; the
 * elements.
 */
public final class Safetensors {

    private final List<String> headers = new ArrayList<>();
    private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

    /** @param shape as JSON, such as {@code [3,3]} */
    public Safetensors with(String name, String shape, float... values) {
        int begin = elements.size();
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        elements.writeBytes(buffer.array());
        headers.add("\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, shape, begin, elements.size()));
        return this;
    }

    public Path write(Path file) throws IOException {
        byte[] header = ("{" + String.join(",", headers) + "}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + header.length + elements.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(elements.toByteArray());
        return Files.write(file, bytes.array());
    }
}
