package io.hone.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.recipe.Kind;
import io.hone.trainer.plan.Plans;
import io.hone.trainer.plan.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @TempDir
    Path folder;

    private static JournalledRun run(String name) {
        RunPlan plan = Plans.plan(name, Plans.recipe(Map.of("epochs", 2)), 12);
        return JournalledRun.planned(plan);
    }

    @Test
    void aRunOutlivesItsProcess() {
        // Given
        JournalledRun begun = run("plants-1").attempted(7);
        new RunJournal(folder).write(begun);

        // When
        Optional<JournalledRun> found = new RunJournal(folder).newest(Plans.MODEL);

        // Then
        assertThat(found).contains(begun);
    }

    @Test
    void anAttemptCountsOnlyWhenTheOneBeforeGotNowhere() {
        // Given: two attempts from the start, the second wrote a snapshot at step 40
        JournalledRun twice = run("plants-1").attempted(0).attempted(0);

        // When
        JournalledRun third = twice.attempted(40);

        // Then
        assertThat(twice.attempts()).isEqualTo(2);
        assertThat(third.attempts()).isEqualTo(1);
        assertThat(third.attempted(40).attempts()).isEqualTo(2);
    }

    @Test
    void howItEndedIsWrittenOverHowItStood() {
        // Given
        RunJournal journal = new RunJournal(folder);
        journal.write(run("plants-1"));
        journal.write(run("plants-2"));

        // When
        JournalledRun failed = run("plants-1").ended(new RunOutcome.Failed(NOW, "out of memory", List.of()));
        journal.write(failed);
        JournalledRun finished = run("plants-2")
                .ended(new RunOutcome.Finished(NOW, 2, Kind.PARTIAL, 6, 0.5, Optional.of(0.75), 12.5, List.of()));
        journal.write(finished);

        // Then
        assertThat(journal.list(Plans.MODEL)).containsExactly(finished, failed);
    }

    @Test
    void onlyTheNewestAreKept() {
        // Given
        RunJournal journal = new RunJournal(folder);

        // When
        for (int i = 100; i < 160; i++) {
            journal.write(run("plants-" + i));
        }

        // Then
        assertThat(journal.list(Plans.MODEL)).hasSize(50);
        assertThat(journal.newest(Plans.MODEL)).contains(run("plants-159"));
    }

    @Test
    void aFileThatMakesNoSenseIsPassedOver() throws IOException {
        // Given
        RunJournal journal = new RunJournal(folder);
        journal.write(run("plants-1"));
        Files.createFile(folder.resolve(Plans.MODEL.value()).resolve("plants-0.json"));

        // When
        List<JournalledRun> runs = journal.list(Plans.MODEL);

        // Then
        assertThat(runs).containsExactly(run("plants-1"));
    }
}
