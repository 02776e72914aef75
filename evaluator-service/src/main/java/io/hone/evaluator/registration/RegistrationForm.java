package io.hone.evaluator.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.hone.contracts.Checks;
import io.hone.contracts.Json;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.platform.problem.InvalidFieldException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a registration consists of; texts may come as plain fields or as files. */
public class RegistrationForm {

    private static final String DEFAULT_FRACTION = "0.2";

    @RestForm
    @Schema(required = true, description = "1 to 64 lower-case letters, digits, - and _", examples = "plants")
    String name;

    @RestForm
    @PartType("text/plain")
    @Schema(required = true, description = "One class a line, in the order of the network's outputs")
    String classes;

    @RestForm("classes")
    @Schema(hidden = true)
    FileUpload classesFile;

    @RestForm
    @PartType("text/plain")
    @Schema(
            required = true,
            description = "JSON: width, height, mean, standardDeviation, colourOrder (RGB or BGR)",
            examples =
                    "{\"width\":32,\"height\":32,\"mean\":[0.5,0.5,0.5],\"standardDeviation\":[0.25,0.25,0.25],\"colourOrder\":\"RGB\"}")
    String preprocessing;

    @RestForm("preprocessing")
    @Schema(hidden = true)
    FileUpload preprocessingFile;

    @RestForm
    @Schema(description = "Share of images never trained on, 0.01 to 0.9; 0.2 if left out", examples = "0.2")
    String holdOutFraction;

    @RestForm
    @Schema(required = true, type = SchemaType.STRING, format = "binary")
    FileUpload torchScript;

    /** @throws InvalidFieldException naming the first field that does not hold what it must */
    NewModel toModel() {
        ModelName modelName = InvalidFieldException.parse("name", name, () -> new ModelName(name));
        String synset = text("classes", classes, classesFile);
        Classes parsedClasses = InvalidFieldException.parse("classes", synset, () -> Classes.fromSynset(synset));
        Preprocessing parsedPreprocessing = preprocessing(text("preprocessing", preprocessing, preprocessingFile));
        String fractionText = Optional.ofNullable(holdOutFraction).orElse(DEFAULT_FRACTION);
        double fraction =
                InvalidFieldException.parse("holdOutFraction", fractionText, () -> fraction(fractionText.trim()));
        if (torchScript == null) {
            throw missing("torchScript", "it must be a file, written by torch.jit.script(module).save(path)");
        }
        return new NewModel(modelName, parsedClasses, parsedPreprocessing, fraction, torchScript.uploadedFile());
    }

    private static double fraction(String text) {
        try {
            return Checks.within("holdOutFraction", Double.parseDouble(text), 0.01, 0.9);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "holdOutFraction is '%s', must be a number between 0.01 and 0.9".formatted(text), e);
        }
    }

    private static Preprocessing preprocessing(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), Preprocessing.class);
        } catch (UncheckedIOException e) {
            InvalidFieldException invalid = new InvalidFieldException("preprocessing", json, reason(e.getCause()));
            invalid.initCause(e);
            throw invalid;
        }
    }

    /** Of a record that refuses its values its own words, of JSON that is none the parser's. */
    private static String reason(Throwable failure) {
        if (failure instanceof ValueInstantiationException && failure.getCause() != null) {
            return "preprocessing: " + failure.getCause().getMessage();
        }
        return "preprocessing is not the JSON it must be: "
                + (failure instanceof JsonProcessingException json ? json.getOriginalMessage() : failure.getMessage());
    }

    private static String text(String field, String plain, FileUpload file) {
        if (file == null) {
            return given(field, plain);
        }
        try {
            return Files.readString(file.uploadedFile());
        } catch (IOException e) {
            throw new InvalidFieldException(field, null, field + " is not UTF-8 text");
        }
    }

    private static String given(String field, String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> missing(field, "it must be given as a field or a file"));
    }

    private static InvalidFieldException missing(String field, String expected) {
        return new InvalidFieldException(field, null, "%s is missing: %s".formatted(field, expected));
    }
}
