package io.hone.cli.push;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What is kept of a push, and whether an earlier one counts. */
final class RecordOptions {

    private static final int DIGITS = 16;

    @Option(names = "--dry-run", description = "Read everything, send nothing, and say what would be sent.")
    private boolean dryRun;

    @Option(
            names = "--again",
            description = "Send also what an earlier push of SOURCE to this model, which did not end well, has sent.")
    private boolean again;

    @Option(
            names = "--failures",
            paramLabel = "FILE",
            description = "Where the images that failed are listed, with the reasons, as CSV. Default: in the data"
                    + " folder; the summary says where.")
    private Optional<Path> failures = Optional.empty();

    boolean isDryRun() {
        return dryRun;
    }

    /**
     * @param folder where records are kept
     * @param names of the source, as they were given
     */
    Records open(Path folder, List<String> names, String model, URI ingest) throws IOException {
        String key = key(names, model, ingest);
        Optional<Journal> journal =
                dryRun ? Optional.empty() : Optional.of(Journal.open(folder.resolve(key + ".journal"), again));
        Path file = failures.orElse(folder.resolve(key + "-failures.csv"));
        return new Records(journal, Optional.of(new FailureFile(file)));
    }

    /** The same for the same source, model and service; a name that any file may have. */
    private static String key(List<String> names, String model, URI ingest) {
        String all = names.stream()
                .map(name -> Path.of(name).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining("\0", model + "\0" + ingest + "\0", ""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
