package io.hone.cli.place;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --data}, the same for every command. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder. Default: $HONE_HOME, else .hone beside the launcher.")
    private Path data;

    private Optional<Path> chosen() {
        return Optional.ofNullable(data).or(() -> Optional.ofNullable(System.getenv("HONE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of));
    }

    public DataFolder forStarting(Path otherwise) {
        return new DataFolder(chosen().orElse(otherwise));
    }

    public DataFolder forStarting(Installation installation) {
        return forStarting(installation.usualData());
    }

    /** The one chosen; else the usual one, unless only the demo runs, or has left something behind. */
    public DataFolder forLooking(Installation installation) {
        DataFolder usual = forStarting(installation);
        DataFolder demo = new DataFolder(installation.demoData());
        return chosen().isEmpty() && !hasTraces(usual) && hasTraces(demo) ? demo : usual;
    }

    private static boolean hasTraces(DataFolder folder) {
        return folder.isInUse() || folder.state().isPresent();
    }
}
