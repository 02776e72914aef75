package io.hone.cli.place;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What was started in a data folder, for the commands that come after.
 *
 * @param owner the process that started the others and ends them
 * @param kafka bootstrap servers
 * @param s3 the S3 endpoint's address
 */
public record StackState(
        RunningProcess owner, String kafka, String s3, Addresses addresses, List<RunningProcess> processes) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public StackState {
        processes = List.copyOf(processes);
    }

    /** Empty when there is none, or none that makes sense. */
    static Optional<StackState> read(Path file) {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), StackState.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Readers see the old one or the new one, nothing between. */
    void write(Path file) {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(written, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
