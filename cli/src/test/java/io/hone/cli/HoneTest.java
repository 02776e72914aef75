package io.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Captured;
import java.nio.file.Path;
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

    private int run(String... arguments) {
        return Hone.commandLine(captured.terminal(), new Installation(root)).execute(arguments);
    }
}
