package io.hone.vision.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Networks that answer with their features, for those whose only linear layer is the head: it returns its input. */
public final class Headless {

    private static final String CODE = "torch/nn/modules/linear.py";

    private Headless() {}

    public static void write(Path network, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(network.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    put(out, entry.getName(), entry.getName().endsWith(CODE) ? withoutHead(bytes) : bytes);
                }
            }
        }
    }

    private static byte[] withoutHead(byte[] code) {
        String text = new String(code, UTF_8);
        String headless = text.replace("return torch.linear(input, weight, bias)", "return input");
        if (headless.equals(text)) {
            throw new AssertionError("the head's code has changed: " + text);
        }
        return headless.getBytes(UTF_8);
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
