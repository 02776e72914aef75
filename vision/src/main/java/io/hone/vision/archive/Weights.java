package io.hone.vision.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The tensors of a file, by name.
 *
 * @param file that they are read from, as long as it is open
 */
record Weights(Map<String, StoredTensor> tensors, AutoCloseable file) implements AutoCloseable {

    private static final int ZIP = 'P' | 'K' << Byte.SIZE;
    private static final int PICKLE = 0x0280;

    /** @throws NotWeightsException if it is neither TorchScript nor safetensors, or cannot be trusted */
    static Weights open(Path path) {
        try {
            return switch (firstTwoBytes(path)) {
                case ZIP -> ofTorchScript(path);
                case PICKLE -> throw savedWithTorchSave(path);
                default -> new Weights(Safetensors.read(path), () -> {});
            };
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("no such file: " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static int firstTwoBytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() | in.read() << Byte.SIZE;
        }
    }

    private static Weights ofTorchScript(Path path) {
        try {
            try (ZipEntries zip = ZipEntries.open(path)) {
                if (OpenArchive.isSavedWithTorchSave(zip)) {
                    throw savedWithTorchSave(path);
                }
            }
            OpenArchive archive = OpenArchive.open(path);
            return new Weights(archive.state(), archive);
        } catch (NotTorchScriptException e) {
            throw new NotWeightsException(e.getMessage(), e);
        }
    }

    private static NotWeightsException savedWithTorchSave(Path path) {
        return new NotWeightsException(
                "%s was saved with torch.save, as a pickle, which can run code; convert it in Python with"
                                .formatted(path.getFileName())
                        + " safetensors.torch.save_file(torch.load(\"%s\", weights_only=True), \"weights.safetensors\"),"
                                .formatted(path.getFileName())
                        + " or save the scripted module with torch.jit.save");
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot close a file of weights", e);
        }
    }
}
