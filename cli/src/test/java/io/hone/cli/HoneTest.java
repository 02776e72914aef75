package io.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.place.Addresses;
import io.hone.cli.place.DataFolder;
import io.hone.cli.place.Installation;
import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.StackState;
import io.hone.cli.terminal.Captured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoneTest {

    @TempDir
    private Path root;

    private final Captured captured = Captured.plain();

    @Test
    void aWrongCommandLineEndsWithStatus2AndSaysWhereHelpIs() {
        // When
        int status = run("push", "folder");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(captured.err()).contains("--model").contains("./hone push --help");
    }

    @Test
    void noCommandAtAllEndsWithStatus2() {
        // When
        int status = run();

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(captured.err()).contains("./hone --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kafka-port=0", "--ingest-port=70000", "--port-base=65533", "--port-base=-1"})
    void aPortThatIsNoneIsRefused(String option) {
        // When
        int status = run("up", option);

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(captured.err())
                .contains(option.substring(0, option.indexOf('=')))
                .contains("must be between 1 and");
    }

    @Test
    void upInAFolderThatIsNotBuiltSaysHowToBuild() {
        // When
        int status = run("up");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("the ingest service is not built").contains("mvn -B -DskipTests package");
    }

    @Test
    void downWithNothingUpHasNothingToDo() {
        // When
        int status = run("down");

        // Then
        assertThat(status).isZero();
        assertThat(captured.out()).contains("Hone is not up in");
    }

    @Test
    void whatAKilledDemoLeftIsFoundWithoutBeingNamed() throws IOException {
        // Given: nothing of it runs any more
        DataFolder demo = new DataFolder(root.resolve(".hone/demo"));
        Files.createDirectories(demo.path());
        RunningProcess ended =
                new RunningProcess("hone", ProcessHandle.current().pid(), 0, "", "");
        demo.write(new StackState(ended, "", "", Addresses.onThisMachine(1, 2, 3), List.of(ended)));

        // When
        int status = run("down");

        // Then
        assertThat(status).isZero();
        assertThat(captured.out()).contains(demo.path().toString());
        assertThat(demo.state()).isEmpty();
    }

    @Test
    void statusWithNothingUpSaysHowToStart() {
        // When
        int status = run("status", "--evaluator", "http://127.0.0.1:1");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("Hone is not up in").contains("./hone up");
    }

    @Test
    void registeringNeedsAWayToPrepareImages() {
        // When
        int status = run("register", "plants", "--torchscript", "a.pt", "--classes", "b.txt");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(captured.err()).contains("--preprocessing FILE, or --width and --height");
    }

    @Test
    void howMuchQuickerABenchmarkIsHasBounds() {
        // When
        int status = run("bench", "recipes", "--quick", "0");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(captured.err()).contains("--quick is 0, must be between 1 and 1000");
    }

    private int run(String... arguments) {
        return Hone.commandLine(captured.terminal(), new Installation(root)).execute(arguments);
    }
}
