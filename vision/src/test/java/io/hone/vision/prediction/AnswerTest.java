package io.hone.vision.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.vision.classifier.Predictions;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void guessesAreTheMostProbableClassesBestFirst() {
        // Given: two images, seven classes
        Predictions predictions = new Predictions(
                7, new float[] {0.1f, 0.3f, 0.05f, 0.2f, 0.2f, 0.05f, 0.1f, 0, 0, 0, 0, 0, 0, 1.0000001f});

        // When
        Answer first = Answer.of(predictions, 0);
        Answer second = Answer.of(predictions, 1);

        // Then
        assertThat(first.guesses()).containsExactly(1, 3, 4, 0, 6);
        assertThat(first.confidence()).isEqualTo(0.3f);
        assertThat(first.classId()).isEqualTo(1);
        assertThat(first.isAmong(2, 3)).isTrue();
        assertThat(first.isAmong(2, 4)).isFalse();
        assertThat(first.isAmong(9, 2)).isFalse();
        assertThat(second.guesses()).containsExactly(6, 0, 1, 2, 3);
        assertThat(second.confidence()).isEqualTo(1);
    }

    @Test
    void nobodyChangesAnAnswer() {
        // Given
        int[] guesses = {1, 0};
        Answer answer = new Answer(1, guesses);

        // When
        guesses[0] = 2;
        answer.guesses()[0] = 3;

        // Then
        assertThat(answer.classId()).isEqualTo(1);
    }

    @Test
    void ofFewClassesAllAreGuessed() {
        assertThat(Answer.of(new Predictions(2, new float[] {0.4f, 0.6f}), 0).guesses())
                .containsExactly(1, 0);
    }

    @Test
    void outputsThatAreNoNumbersAreAnAnswerWithoutConfidence() {
        // When
        Answer answer = Answer.of(new Predictions(3, new float[] {Float.NaN, Float.NaN, Float.NaN}), 0);

        // Then
        assertThat(answer.confidence()).isZero();
        assertThat(answer.guesses()).containsExactly(0, 1, 2);
    }

    @Test
    void itGuessesAsSortingWould() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            // Given
            int classes = 2 + random.nextInt(30);
            float[] probabilities = new float[classes];
            for (int i = 0; i < classes; i++) {
                probabilities[i] = random.nextInt(6) / 10f;
            }
            Predictions predictions = new Predictions(classes, probabilities);

            // When
            Answer answer = Answer.of(predictions, 0);

            // Then
            List<Integer> sorted = IntStream.range(0, classes)
                    .boxed()
                    .sorted(Comparator.comparing((Integer id) -> -probabilities[id]))
                    .limit(5)
                    .toList();
            assertThat(answer.guesses())
                    .containsExactly(sorted.stream().mapToInt(Integer::intValue).toArray());
            assertThat(answer.classId()).isEqualTo(predictions.top(0));
        }
    }
}
