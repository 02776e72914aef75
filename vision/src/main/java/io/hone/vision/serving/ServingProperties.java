package io.hone.vision.serving;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What DJL Serving, or DJL alone, needs to load a version's folder as it is: the text of {@code serving.properties}
 * beside {@code model.pt} and {@code synset.txt}. Its keys are those of DJL's {@code BaseImageTranslator}.
 */
public final class ServingProperties {

    private static final String ENGINE = """
            engine=PyTorch
            option.modelName=model
            option.mapLocation=true
            """;

    private ServingProperties() {}

    /**
     * The five most probable classes are answered, or all where there are fewer. For a network that takes blue first it
     * describes a folder that takes tensors: wrong colours are no answer.
     */
    public static String of(Preprocessing preprocessing) {
        return preprocessing.colourOrder() == ColourOrder.RGB
                ? ENGINE + imagesIn(preprocessing)
                : tensorsIn(preprocessing) + ENGINE;
    }

    private static String imagesIn(Preprocessing preprocessing) {
        List<Float> normalise = Stream.concat(preprocessing.mean().stream(), preprocessing.standardDeviation().stream())
                .toList();
        return String.format(
                Locale.ROOT, """
            application=cv/image_classification
            translatorFactory=ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory
            width=%d
            height=%d
            resize=true
            toTensor=true
            normalize=%s
            applySoftmax=true
            topK=5
            """, preprocessing.width(), preprocessing.height(), commaSeparated(normalise));
    }

    private static String tensorsIn(Preprocessing preprocessing) {
        return String.format(
                Locale.ROOT,
                """
            # The network takes blue first, which DJL's image translator cannot give it. Without a translator DJL Serving
            # takes tensors, N x 3 x %2$d x %1$d floats, blue first: (value / 255 - mean) / standard deviation,
            # with mean %3$s and standard deviation %4$s; and answers outputs before softmax.
            """,
                preprocessing.width(),
                preprocessing.height(),
                commaSeparated(preprocessing.mean()),
                commaSeparated(preprocessing.standardDeviation()));
    }

    private static String commaSeparated(List<Float> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
