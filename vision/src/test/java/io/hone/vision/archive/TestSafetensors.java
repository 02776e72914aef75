package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes safetensors files, good or bad. */
final class TestSafetensors {

    private final List<String> entries = new ArrayList<>(List.of("\"__metadata__\":{\"format\":\"pt\"}"));
    private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

    TestSafetensors add(String name, String type, List<Long> shape, byte[] bytes) {
        int begin = elements.size();
        elements.writeBytes(bytes);
        entries.add("\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, type, shape, begin, elements.size()));
        return this;
    }

    TestSafetensors floats(String name, List<Long> shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return add(name, "F32", shape, bytes.array());
    }

    Path write(Path file) throws IOException {
        return write(file, "{%s}".formatted(String.join(",", entries)), elements.toByteArray());
    }

    static Path write(Path file, String header, byte[] elements) throws IOException {
        byte[] json = header.getBytes(UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .array());
            out.write(json);
            out.write(elements);
        }
        return file;
    }
}
