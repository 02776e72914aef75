package io.hone.vision.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.vision.classifier.DeviceChoice;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadFitterTest {

    private static final List<Double> L2S = List.of(0.001, 0.01, 0.1, 1.0, 10.0);

    private final HeadFitter fitter = new HeadFitter(DeviceChoice.CPU);

    @ParameterizedTest
    @EnumSource
    void whereMostFeaturesAreNoiseAndImagesFewThePenaltyIsStrong(Method method) {
        // Given
        Examples examples = TestExamples.faint(80, 100, 2, false, 1);
        // When
        HeadFit fit = fit(examples, method);
        // Then
        assertThat(fit.l2()).isGreaterThanOrEqualTo(0.1);
        assertThat(fit.scores().get(fit.l2()).accuracy())
                .isGreaterThan(fit.scores().get(0.001).accuracy());
    }

    @ParameterizedTest
    @EnumSource
    void whereImagesAreManyAndTheTruthIsIntricateThePenaltyIsWeak(Method method) {
        // Given
        Examples examples = TestExamples.faint(2_000, 3, 3, true, 1);
        // When
        HeadFit fit = fit(examples, method);
        // Then
        assertThat(fit.l2()).isLessThanOrEqualTo(0.01);
        assertThat(fit.score().orElseThrow().accuracy())
                .isGreaterThan(fit.scores().get(10.0).accuracy() + 0.1);
    }

    @Test
    void ofEqualPenaltiesTheStrongestIsChosen() {
        // Given examples that any of them separates
        Examples examples = TestExamples.balls(200, 8, 4, 0.05, 1);
        // When
        HeadFit fit = fit(examples, Method.SOFTMAX);
        // Then
        assertThat(fit.scores().values()).extracting(Score::accuracy).containsOnly(1.0);
        assertThat(fit.l2()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void theScoreSaysHowWellTheHeadDoesOnOtherImages(Method method) {
        // Given
        Examples examples = TestExamples.balls(1_000, 8, 4, 1.5, 1);
        // When
        HeadFit fit = fit(examples, method);
        // Then
        Score score = fit.score().orElseThrow();
        double elsewhere = fit.classifier().accuracy(TestExamples.balls(4_000, 8, 4, 1.5, 2));
        assertThat(score.accuracy()).isCloseTo(elsewhere, within(0.03));
        assertThat(score.standardError()).isBetween(0.001, 0.03);
        assertThat(fit.examples()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void theHeadIsAsSureAsItIsRight(Method method) {
        // Given
        Examples examples = TestExamples.balls(1_000, 8, 4, 1.5, 1);
        // When
        HeadFit fit = fit(examples, method);
        // Then
        Examples others = TestExamples.balls(4_000, 8, 4, 1.5, 2);
        assertThat(meanConfidence(fit.classifier(), others))
                .isCloseTo(fit.classifier().accuracy(others), within(0.04));
    }

    @ParameterizedTest
    @EnumSource
    void aClassWithFewerExamplesThanFoldsDoesNoHarm(Method method) {
        // Given four classes, of which the last has two examples
        Examples all = TestExamples.balls(202, 8, 4, 0.3, 1);
        int[] rows = IntStream.range(0, all.count())
                .filter(row -> all.labels()[row] < 3 || row < 8)
                .toArray();
        Examples examples = all.subset(rows);
        // When
        HeadFit fit = fit(examples, method);
        // Then
        assertThat(examples.countByClass()[3]).isEqualTo(2);
        assertThat(fit.score().orElseThrow().accuracy()).isGreaterThan(0.95);
    }

    @Test
    void aSinglePenaltyNeedsNoCrossValidation() {
        // Given
        Examples examples = TestExamples.balls(100, 8, 4, 0.5, 1);
        // When
        HeadFit fit = fitter.fit(
                examples,
                LinearClassifier.zero(4, 8),
                new FitSettings(Method.SOFTMAX, List.of(0.1), 0, 1),
                () -> false);
        // Then
        assertThat(fit.score()).isEmpty();
        assertThat(fit.l2()).isEqualTo(0.1);
        assertThat(fit.classifier().accuracy(examples)).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @EnumSource
    void theSameExamplesGiveTheSameBits(Method method) {
        // Given more than are asked for the choice
        Examples examples = TestExamples.balls(3_500, 8, 4, 1.5, 1);
        HeadFit first = fit(examples, method);
        // When
        HeadFit second = fit(examples, method);
        // Then
        assertThat(second.scores()).isEqualTo(first.scores());
        assertThat(second.classifier().weights())
                .containsExactly(first.classifier().weights());
        assertThat(second.classifier().biases())
                .containsExactly(first.classifier().biases());
    }

    @Test
    void supportVectorMachinesNameTheClassesWithoutExamples() {
        // Given
        Examples examples = TestExamples.onlyClassesBelow(2, TestExamples.balls(100, 8, 4, 0.5, 1));
        // When
        assertThatThrownBy(() -> fit(examples, Method.SVM))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("support vector machines need examples of each class,"
                        + " class ids without any: 2, 3; add images or choose softmax");
    }

    @Test
    void aPriorOfAnotherShapeIsRefused() {
        // Given
        Examples examples = TestExamples.balls(100, 8, 4, 0.5, 1);
        LinearClassifier prior = LinearClassifier.zero(3, 8);
        // When
        assertThatThrownBy(() -> fitter.fit(examples, prior, settings(Method.SOFTMAX), () -> false))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the prior tells 3 classes by 8 features, the examples have 4 classes and 8 features");
    }

    @ParameterizedTest
    @EnumSource
    void aFitThatIsToStopStopsInTheMidst(Method method) {
        // Given
        Examples examples = TestExamples.balls(100, 8, 4, 0.5, 1);
        AtomicInteger asked = new AtomicInteger();
        // When
        assertThatThrownBy(() -> fitter.fit(
                        examples, LinearClassifier.zero(4, 8), settings(method), () -> asked.incrementAndGet() == 20))
                // Then
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(20);
    }

    private HeadFit fit(Examples examples, Method method) {
        return fitter.fit(
                examples, LinearClassifier.zero(examples.classes(), examples.width()), settings(method), () -> false);
    }

    private static FitSettings settings(Method method) {
        return new FitSettings(method, L2S, 4, 1);
    }

    private static double meanConfidence(LinearClassifier classifier, Examples examples) {
        float[] margins = classifier.margins(examples);
        int classes = examples.classes();
        double confidence = 0;
        for (int i = 0; i < examples.count(); i++) {
            double top = margins[i * classes + LinearClassifier.top(margins, i, classes)];
            double sum = 0;
            for (int classId = 0; classId < classes; classId++) {
                sum += Math.exp(margins[i * classes + classId] - top);
            }
            confidence += 1 / sum / examples.count();
        }
        return confidence;
    }
}
