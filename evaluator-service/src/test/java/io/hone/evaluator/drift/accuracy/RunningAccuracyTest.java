package io.hone.evaluator.drift.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningAccuracyTest {

    private static final int WINDOW = 50;
    private static final double HALF_LIFE = 20;

    private record Answer(String label, boolean right) {}

    @Test
    void windowAndExponentialAreWhatTheirDefinitionsSay() {
        // Given
        Random random = new Random(5);
        List<Answer> all = new ArrayList<>();
        RunningAccuracy accuracy = RunningAccuracy.NONE;
        for (int i = 0; i < 300; i++) {
            Answer answer = new Answer(List.of("cat", "dog", "fox").get(random.nextInt(3)), random.nextInt(4) > 0);
            all.add(answer);

            // When
            accuracy = accuracy.plus(answer.label(), answer.right(), WINDOW, HALF_LIFE);

            // Then
            List<Answer> last = all.subList(Math.max(0, all.size() - WINDOW), all.size());
            assertThat(accuracy.windowAccuracy().orElseThrow()).isCloseTo(share(last), within(1e-12));
            assertThat(accuracy.overall().accuracy().orElseThrow()).isCloseTo(exponential(all), within(1e-9));
        }
        List<Answer> dogs =
                all.stream().filter(answer -> "dog".equals(answer.label())).toList();
        List<Answer> lastDogs = all.subList(250, 300).stream()
                .filter(answer -> "dog".equals(answer.label()))
                .toList();
        ClassAccuracy dog = accuracy.ofClass("dog").orElseThrow();
        assertThat(dog.labels()).isEqualTo(lastDogs.size());
        assertThat(dog.window().orElseThrow()).isCloseTo(share(lastDogs), within(1e-12));
        assertThat(dog.exponential().orElseThrow()).isCloseTo(exponential(dogs), within(1e-9));
    }

    @Test
    void withoutAnswersThereIsNoAccuracy() {
        assertThat(RunningAccuracy.NONE.windowAccuracy()).isEmpty();
        assertThat(RunningAccuracy.NONE.overall().accuracy()).isEmpty();
        assertThat(RunningAccuracy.NONE.ofClass("cat")).isEmpty();
    }

    @Test
    void aClassThatLeftTheWindowKeepsItsExponentialAccuracy() {
        // Given
        RunningAccuracy accuracy = RunningAccuracy.NONE.plus("cat", true, 2, HALF_LIFE);

        // When
        accuracy = accuracy.plus("dog", true, 2, HALF_LIFE).plus("dog", false, 2, HALF_LIFE);

        // Then
        assertThat(accuracy.classes())
                .containsExactly(
                        new ClassAccuracy("cat", 0, OptionalDouble.empty(), OptionalDouble.of(1)),
                        new ClassAccuracy(
                                "dog",
                                2,
                                OptionalDouble.of(0.5),
                                accuracy.byLabel().get(1).accuracy()));
    }

    @Test
    void itIsReadAsItWasWritten() {
        // Given
        RunningAccuracy accuracy =
                RunningAccuracy.NONE.plus("cat", true, WINDOW, HALF_LIFE).plus("dog", false, WINDOW, HALF_LIFE);

        // When
        RunningAccuracy read = Json.read(Json.write(accuracy), RunningAccuracy.class);

        // Then
        assertThat(read).isEqualTo(accuracy);
    }

    private static double share(List<Answer> answers) {
        return (double) answers.stream().filter(Answer::right).count() / answers.size();
    }

    private static double exponential(List<Answer> answers) {
        double right = 0;
        double all = 0;
        for (int i = 0; i < answers.size(); i++) {
            double weight = Math.pow(0.5, (answers.size() - 1 - i) / HALF_LIFE);
            all += weight;
            right += answers.get(i).right() ? weight : 0;
        }
        return right / all;
    }
}
