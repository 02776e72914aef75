package io.hone.vision.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.hone.vision.classifier.DeviceChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {

    private static final int CLASSES = 4;
    private static final int WIDTH = 6;
    private static final double TOLERANCE = 1e-5;

    private final Examples examples = TestExamples.balls(300, WIDTH, CLASSES, 1.5, 1);

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.01, 1e-4})
    void softmaxEndsWhereTheGradientIsZero(double l2) {
        // Given
        LinearClassifier prior = random(CLASSES, WIDTH);
        // When
        LinearClassifier fitted = fit(examples, prior, new SoftmaxLoss(), l2);
        // Then
        assertThat(length(softmaxGradient(fitted, prior, l2))).isLessThan(2e-4);
        assertThat(length(softmaxGradient(prior, prior, l2))).isGreaterThan(0.1);
    }

    @Test
    void withFeaturesThatTellNothingTheBiasesTellHowFrequentAClassIs() {
        // Given 3 : 1
        Examples constant = new Examples(new float[] {7, 7, 7, 7}, 1, new int[] {0, 1, 0, 0}, 2);
        LinearClassifier prior = new LinearClassifier(2, 1, new float[] {0.25f, -3}, new float[2]);
        // When
        LinearClassifier fitted = fit(constant, prior, new SoftmaxLoss(), 0.01);
        // Then
        float[] margins = fitted.margins(constant);
        assertThat(margins[0] - margins[1]).isCloseTo((float) Math.log(3), within(1e-3f));
        assertThat(fitted.weights()).containsExactly(prior.weights());
    }

    @Test
    void aStrongPenaltyLeavesThePriorsWeights() {
        // Given
        LinearClassifier prior = random(CLASSES, WIDTH);
        // When
        LinearClassifier fitted = fit(examples, prior, new SoftmaxLoss(), 1e4);
        // Then
        for (int i = 0; i < prior.weights().length; i++) {
            assertThat(fitted.weights()[i]).isCloseTo(prior.weights()[i], within(1e-3f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.01, 1e-4})
    void aClassWithoutExamplesKeepsWhatItKnows(double l2) {
        // Given a prior that knows all four classes, and examples of three of them that look different
        Examples known = TestExamples.balls(800, WIDTH, CLASSES, 1.2, 2);
        LinearClassifier prior = fit(known, LinearClassifier.zero(CLASSES, WIDTH), new SoftmaxLoss(), 0.01);
        Examples three = TestExamples.onlyClassesBelow(3, TestExamples.balls(800, WIDTH, CLASSES, 1.6, 3));
        // When
        LinearClassifier fitted = fit(three, prior, new SoftmaxLoss(), l2);
        // Then
        assertThat(Arrays.copyOfRange(fitted.weights(), 3 * WIDTH, 4 * WIDTH))
                .containsExactly(Arrays.copyOfRange(prior.weights(), 3 * WIDTH, 4 * WIDTH));
        assertThat(fitted.biases()[3]).isEqualTo(prior.biases()[3]);
        assertThat(fitted.accuracy(three)).isGreaterThanOrEqualTo(prior.accuracy(three));
        assertThat(fitted.accuracy(known)).isGreaterThan(prior.accuracy(known) - 0.02);
    }

    @Test
    void theOthersDoNotRiseAgainstItAllTogether() {
        // Given
        LinearClassifier prior = random(CLASSES, WIDTH);
        Examples three = TestExamples.onlyClassesBelow(3, examples);
        // When
        LinearClassifier fitted = fit(three, prior, new SoftmaxLoss(), 1e-3);
        // Then
        float[] before = prior.margins(examples);
        float[] after = fitted.margins(examples);
        for (int row = 0; row < after.length; row += CLASSES) {
            assertThat(after[row] + after[row + 1] + after[row + 2])
                    .isCloseTo(before[row] + before[row + 1] + before[row + 2], within(1e-2f));
        }
    }

    @Test
    void aSupportVectorMachineSeparatesWhatCanBeSeparated() {
        // Given
        Examples separable = TestExamples.balls(400, WIDTH, CLASSES, 0.1, 4);
        // When
        LinearClassifier fitted = fit(separable, LinearClassifier.zero(CLASSES, WIDTH), new SquaredHingeLoss(), 1e-3);
        // Then
        assertThat(fitted.accuracy(separable)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.01, 1e-3})
    void supportVectorMachinesAreThoseOfLiblinear(double l2) {
        // Given
        Standardisation standardisation = Standardisation.of(examples);
        // When
        LinearClassifier fitted = fit(examples, LinearClassifier.zero(CLASSES, WIDTH), new SquaredHingeLoss(), l2);
        // Then
        Model model = Linear.train(problem(standardisation.apply(examples)), parameter(l2));
        for (int classId = 0; classId < CLASSES; classId++) {
            for (int i = 0; i < WIDTH; i++) {
                double weight =
                        fitted.weights()[classId * WIDTH + i] / standardisation.inverse()[i];
                assertThat(weight).isCloseTo(model.getDecfunCoef(i + 1, indexOf(classId, model)), within(2e-3));
            }
        }
    }

    @Test
    void theSameExamplesGiveTheSameBits() {
        // Given
        List<Double> l2s = List.of(1.0, 0.01);
        Learner learner =
                new Learner(random(CLASSES, WIDTH), new SoftmaxLoss(), DeviceChoice.CPU, TOLERANCE, () -> false);
        // When
        List<LinearClassifier> first = learner.fit(examples, l2s);
        List<LinearClassifier> second = learner.fit(examples, l2s);
        // Then
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).weights()).containsExactly(first.get(i).weights());
            assertThat(second.get(i).biases()).containsExactly(first.get(i).biases());
        }
    }

    private static LinearClassifier fit(Examples examples, LinearClassifier prior, Loss loss, double l2) {
        return new Learner(prior, loss, DeviceChoice.CPU, TOLERANCE, () -> false)
                .fit(examples, List.of(l2))
                .get(0);
    }

    private static LinearClassifier random(int classes, int width) {
        Random random = new Random(5);
        float[] weights = new float[classes * width];
        float[] biases = new float[classes];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() / (1 + i % width));
        }
        for (int i = 0; i < classes; i++) {
            biases[i] = (float) random.nextGaussian();
        }
        return new LinearClassifier(classes, width, weights, biases);
    }

    /** Written down once more, in plain Java: of the mean loss and the penalty, by standardised weight and bias. */
    private double[] softmaxGradient(LinearClassifier classifier, LinearClassifier prior, double l2) {
        Standardisation standardisation = Standardisation.of(examples);
        float[] z = standardisation.apply(examples);
        float[] margins = classifier.margins(examples);
        double[] gradient = new double[CLASSES * (WIDTH + 1)];
        for (int i = 0; i < examples.count(); i++) {
            double sum = 0;
            for (int classId = 0; classId < CLASSES; classId++) {
                sum += Math.exp(margins[i * CLASSES + classId]);
            }
            for (int classId = 0; classId < CLASSES; classId++) {
                double truth = examples.labels()[i] == classId ? 1 : 0;
                double error = (Math.exp(margins[i * CLASSES + classId]) / sum - truth) / examples.count();
                for (int j = 0; j < WIDTH; j++) {
                    gradient[classId * (WIDTH + 1) + j] += error * z[i * WIDTH + j];
                }
                gradient[classId * (WIDTH + 1) + WIDTH] += error;
            }
        }
        for (int classId = 0; classId < CLASSES; classId++) {
            for (int j = 0; j < WIDTH; j++) {
                int weight = classId * WIDTH + j;
                double change = (classifier.weights()[weight] - prior.weights()[weight])
                        / standardisation.inverse()[j];
                gradient[classId * (WIDTH + 1) + j] += l2 * change;
            }
        }
        return gradient;
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    private Problem problem(float[] standardised) {
        Problem problem = new Problem();
        problem.l = examples.count();
        problem.n = WIDTH + 1;
        problem.bias = 1;
        problem.y = Arrays.stream(examples.labels()).asDoubleStream().toArray();
        problem.x = new Feature[problem.l][problem.n];
        for (int i = 0; i < problem.l; i++) {
            for (int j = 0; j < WIDTH; j++) {
                problem.x[i][j] = new FeatureNode(j + 1, standardised[i * WIDTH + j]);
            }
            problem.x[i][WIDTH] = new FeatureNode(WIDTH + 1, 1);
        }
        return problem;
    }

    private Parameter parameter(double l2) {
        Linear.disableDebugOutput();
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC, 1 / (l2 * examples.count()), 1e-6);
        parameter.setRegularizeBias(false);
        return parameter;
    }

    private static int indexOf(int classId, Model model) {
        return Arrays.stream(model.getLabels()).boxed().toList().indexOf(classId);
    }
}
