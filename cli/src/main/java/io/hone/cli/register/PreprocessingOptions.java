package io.hone.cli.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What becomes of an image before the network sees it: a file, or option by option. */
final class PreprocessingOptions {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--preprocessing",
            paramLabel = "FILE",
            description = "JSON with width, height, mean, standardDeviation and colourOrder.")
    private Path file;

    @Option(names = "--width", paramLabel = "PIXELS", description = "Or: the width of the network's input,")
    private Integer width;

    @Option(names = "--height", paramLabel = "PIXELS", description = "its height,")
    private Integer height;

    @Option(
            names = "--mean",
            paramLabel = "R,G,B",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "0.485,0.456,0.406",
            description = "the mean of each channel, 0 to 1; default ImageNet's, ${DEFAULT-VALUE},")
    private List<Float> mean;

    @Option(
            names = "--std",
            paramLabel = "R,G,B",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "0.229,0.224,0.225",
            description = "its standard deviation; default ImageNet's, ${DEFAULT-VALUE},")
    private List<Float> standardDeviation;

    @Option(
            names = "--colour-order",
            paramLabel = "RGB|BGR",
            defaultValue = "RGB",
            description = "and the order of the channels; default ${DEFAULT-VALUE}.")
    private String colourOrder;

    String json() throws IOException {
        if (file != null) {
            return Files.readString(Registration.present("--preprocessing", file));
        }
        if (width == null || height == null) {
            throw new ParameterException(
                    command.commandLine(), "give either --preprocessing FILE, or --width and --height");
        }
        return described();
    }

    private String described() throws JsonProcessingException {
        Map<String, Object> preprocessing = new LinkedHashMap<>();
        preprocessing.put("width", width);
        preprocessing.put("height", height);
        preprocessing.put("mean", mean);
        preprocessing.put("standardDeviation", standardDeviation);
        preprocessing.put("colourOrder", colourOrder);
        return MAPPER.writeValueAsString(preprocessing);
    }
}
