package io.hone.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.cli.HoneProcess;
import io.hone.cli.place.DataFolder;
import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.Service;
import io.hone.cli.place.StackState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole turn of the wheel, as a newcomer sees it: the packaged command, the services' own jars, real parts. */
class DemoIT {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration ALL = Duration.ofMinutes(15);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path temporary;

    @Test
    void aBetterVersionIsPromotedAndNothingIsLeftBehind() throws Exception {
        // Given
        DataFolder data = new DataFolder(temporary.resolve("data"));
        try (HoneProcess demo = start(data)) {
            await().atMost(START).until(() -> data.state().isPresent());
            List<RunningProcess> processes =
                    data.state().map(StackState::processes).orElseThrow();
            assertThat(processes).hasSize(5);

            // When
            int status = demo.awaitExit(ALL);

            // Then
            assertThat(status).as(demo.output()).isZero();
            assertThat(demo.output()).contains("Verdict: version 2 is promoted");
            assertThat(accuracy("candidate", demo.output())).isGreaterThan(accuracy("champion", demo.output()));
            assertThat(data.object("models", "models/cifar/versions/2/model.pt"))
                    .isNotEmptyFile();
            assertThat(processes).noneMatch(RunningProcess::isRunning);
            assertNoSecretIn(demo.output());
            for (Service service : Service.values()) {
                assertNoSecretIn(Files.readString(data.log(service)));
            }
            assertThat(Files.readString(data.log(Service.EVALUATOR)))
                    .contains("action='key-created' by='root'")
                    .contains("action='champion-moved' by='evaluator' model='cifar' version='2'");
        }
    }

    private void assertNoSecretIn(String written) throws Exception {
        DataFolder data = new DataFolder(temporary.resolve("data"));
        Properties s3 = new Properties();
        try (var in = Files.newInputStream(data.s3Keys())) {
            s3.load(in);
        }
        assertThat(written)
                .doesNotContain(Files.readString(data.rootKey()).strip())
                .doesNotContain(s3.getProperty("secretKey"))
                .doesNotContainPattern("hone_[a-z2-7]{13}_[A-Za-z0-9_-]{43}");
    }

    private HoneProcess start(DataFolder data) throws Exception {
        return HoneProcess.start(
                ROOT.resolve("cli/target/cli/lib") + "/*",
                ROOT,
                temporary.resolve("output.txt"),
                "demo",
                "--exit",
                "--port-base",
                "0",
                "--timeout",
                Long.toString(ALL.toSeconds()),
                "--data",
                data.path().toString());
    }

    /** In percent, from the table of the comparison. */
    private static double accuracy(String who, String output) {
        Matcher matcher =
                Pattern.compile("(?m)^ +" + who + " +\\d+ +([0-9.]+) %").matcher(output);
        assertThat(matcher.find()).as("accuracy of the %s in:\n%s", who, output).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
