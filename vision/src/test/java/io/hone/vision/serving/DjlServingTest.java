package io.hone.vision.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ModelException;
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.modality.Input;
import ai.djl.modality.Output;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.DeferredTranslatorFactory;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.images.Pixels;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.classifier.TrainedNetwork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version's folder, loaded by DJL with nothing of Hone: what it answers is what Hone's own classifier answers. */
class DjlServingTest {

    private static final Classes CLASSES = Classes.of("airplane", "cat", "frog", "ship", "truck");
    private static final int SIZE = 32;

    @TempDir
    Path version;

    @BeforeEach
    void writeVersion() throws IOException {
        TrainedNetwork.saveTo(version.resolve("model.pt"));
        Files.writeString(version.resolve("synset.txt"), CLASSES.toSynset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "frog", "ship"})
    void answersAnImageAsHonesClassifierDoes(String name) throws Exception {
        // Given
        Preprocessing preprocessing = preprocessing(ColourOrder.RGB);
        Files.writeString(version.resolve("serving.properties"), ServingProperties.of(preprocessing));
        Criteria<Image, Classifications> criteria = Criteria.builder()
                .setTypes(Image.class, Classifications.class)
                .optModelPath(version)
                .optTranslatorFactory(new DeferredTranslatorFactory())
                .build();
        try (ZooModel<Image, Classifications> model = criteria.loadModel();
                Predictor<Image, Classifications> predictor = model.newPredictor();
                InputStream png = png(name)) {
            // When
            Classifications answer =
                    predictor.predict(ImageFactory.getInstance().fromInputStream(png));
            // Then
            Predictions ours = ours(preprocessing, name);
            assertThat(answer.best().getClassName()).isEqualTo(CLASSES.label(ours.top(0)));
            for (int classId = 0; classId < CLASSES.size(); classId++) {
                assertThat(answer.get(CLASSES.label(classId)).getProbability())
                        .isCloseTo(ours.probability(0, classId), within(1e-4));
            }
        }
    }

    @Test
    void answersAnUploadedFileInJson() throws Exception {
        // Given
        Files.writeString(version.resolve("serving.properties"), ServingProperties.of(preprocessing(ColourOrder.RGB)));
        Criteria<Input, Output> criteria = Criteria.builder()
                .setTypes(Input.class, Output.class)
                .optModelPath(version)
                .build();
        Input upload = new Input();
        try (ZooModel<Input, Output> model = criteria.loadModel();
                Predictor<Input, Output> predictor = model.newPredictor();
                InputStream png = png("cat")) {
            upload.add("data", png.readAllBytes());
            // When
            Output answer = predictor.predict(upload);
            // Then
            assertThat(answer.getAsString(0)).contains(CLASSES.labels());
        }
    }

    @Test
    void aNetworkThatTakesBlueFirstIsServedTensors() throws Exception {
        // Given
        Preprocessing preprocessing = preprocessing(ColourOrder.BGR);
        Files.writeString(version.resolve("serving.properties"), ServingProperties.of(preprocessing));
        // When
        float[] answer = answerToTensor(pixels("ship"), preprocessing);
        // Then
        assertThat(answer).containsExactly(ours(preprocessing, "ship").probabilities(), within(1e-4f));
    }

    private float[] answerToTensor(Pixels pixels, Preprocessing preprocessing)
            throws IOException, ModelException, TranslateException {
        Criteria<NDList, NDList> criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optModelPath(version)
                .optTranslator(new NoopTranslator())
                .build();
        try (ZooModel<NDList, NDList> model = criteria.loadModel();
                Predictor<NDList, NDList> predictor = model.newPredictor();
                NDManager memory = NDManager.newBaseManager()) {
            NDList tensor = new NDList(memory.create(blueFirst(pixels, preprocessing), new Shape(1, 3, SIZE, SIZE)));
            return predictor.predict(tensor).get(0).softmax(1).toFloatArray();
        }
    }

    private static float[] blueFirst(Pixels pixels, Preprocessing preprocessing) {
        float[] planes = new float[3 * SIZE * SIZE];
        for (int i = 0; i < planes.length; i++) {
            int channel = i / (SIZE * SIZE);
            int value = pixels.rgb()[i % (SIZE * SIZE) * 3 + 2 - channel] & 0xFF;
            planes[i] = (value / 255f - preprocessing.mean().get(channel))
                    / preprocessing.standardDeviation().get(channel);
        }
        return planes;
    }

    private Predictions ours(Preprocessing preprocessing, String name) throws IOException {
        Classifiers classifiers = new Classifiers(DeviceChoice.CPU);
        try (Classifier classifier = classifiers.load(version.resolve("model.pt"), preprocessing, CLASSES.size())) {
            return classifier.predict(PixelBatch.of(List.of(pixels(name))));
        }
    }

    private static Pixels pixels(String name) throws IOException {
        try (InputStream png = png(name)) {
            BufferedImage image = ImageIO.read(png);
            byte[] rgb = new byte[Pixels.CHANNELS * SIZE * SIZE];
            for (int i = 0; i < rgb.length; i++) {
                int pixel = image.getRGB(i / 3 % SIZE, i / 3 / SIZE);
                rgb[i] = (byte) (pixel >> (16 - i % 3 * 8));
            }
            return new Pixels(SIZE, SIZE, rgb);
        }
    }

    private static InputStream png(String name) {
        return DjlServingTest.class.getResourceAsStream("/images/" + name + ".png");
    }

    private static Preprocessing preprocessing(ColourOrder order) {
        return new Preprocessing(
                SIZE, SIZE, List.of(0.4914f, 0.4822f, 0.4465f), List.of(0.247f, 0.243f, 0.261f), order);
    }
}
