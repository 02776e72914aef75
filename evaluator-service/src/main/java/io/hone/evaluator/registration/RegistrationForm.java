package io.hone.evaluator.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.hone.contracts.Checks;
import io.hone.contracts.Json;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.registry.settings.GivenSettings;
import io.hone.registry.settings.InvalidSettingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a registration consists of; texts may come as plain fields or as files. */
public class RegistrationForm {

    private static final String DEFAULT_FRACTION = "0.2";
    private static final int LONGEST_MODULE_NAME = 200;

    @RestForm
    @Schema(required = true, description = "1 to 64 lower-case letters, digits, - and _", examples = "plants")
    String name;

    @RestForm
    @PartType("text/plain")
    @Schema(required = true, description = "One class a line, in the order of the network's outputs")
    String classes;

    @RestForm("classes")
    @Schema(
            required = true,
            type = SchemaType.STRING,
            description = "One class a line, in the order of the network's outputs")
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
    @Schema(
            required = true,
            type = SchemaType.STRING,
            description = "JSON: width, height, mean, standardDeviation, colourOrder (RGB or BGR)")
    FileUpload preprocessingFile;

    @RestForm
    @Schema(description = "Share of images never trained on, 0.01 to 0.9; 0.2 if left out", examples = "0.2")
    String holdOutFraction;

    @RestForm
    @Schema(required = true, type = SchemaType.STRING, format = "binary")
    FileUpload torchScript;

    @RestForm
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            description = "Weights to lay into torchScript by name and shape: TorchScript or safetensors")
    FileUpload weights;

    @RestForm
    @Schema(description = "Name of the head's module, where it is not the last linear layer", examples = "fc")
    String head;

    @RestForm
    @Schema(
            description = "true: the network's head, which knows other classes, makes room for a fresh one",
            enumeration = {"true", "false"})
    String replaceHead;

    @RestForm
    @PartType("text/plain")
    @Schema(
            description = "JSON: how its runs train, so far as the trainer's own settings are not to hold",
            examples = "{\"kind\": \"partial\", \"rates.backbone\": 0.001}")
    String recipe;

    @RestForm("recipe")
    @Schema(
            type = SchemaType.STRING,
            description = "JSON: how its runs train, so far as the trainer's own settings are not to hold")
    FileUpload recipeFile;

    /** @throws InvalidFieldException naming the first field that does not hold what it must */
    NewModel toModel() {
        ModelName modelName = InvalidFieldException.parse("name", name, () -> new ModelName(name));
        String synset = FormTexts.required("classes", classes, classesFile);
        Classes parsedClasses = InvalidFieldException.parse("classes", synset, () -> Classes.fromSynset(synset));
        Preprocessing parsedPreprocessing =
                preprocessing(FormTexts.required("preprocessing", preprocessing, preprocessingFile));
        String fractionText = Optional.ofNullable(holdOutFraction).orElse(DEFAULT_FRACTION);
        double fraction =
                InvalidFieldException.parse("holdOutFraction", fractionText, () -> fraction(fractionText.trim()));
        Settings settings = FormTexts.optional("recipe", recipe, recipeFile)
                .map(RegistrationForm::settings)
                .orElse(RecipeKeys.NONE);
        return new NewModel(modelName, parsedClasses, parsedPreprocessing, fraction, base(), settings);
    }

    private NewBase base() {
        if (torchScript == null) {
            throw FormTexts.missing("torchScript", "it must be a file, written by torch.jit.script(module).save(path)");
        }
        return new NewBase(
                torchScript.uploadedFile(),
                Optional.ofNullable(weights).map(FileUpload::uploadedFile),
                Optional.ofNullable(head)
                        .map(module -> InvalidFieldException.parse(
                                "head", module, () -> Checks.line("head", module, LONGEST_MODULE_NAME))),
                Optional.ofNullable(replaceHead)
                        .map(flag -> InvalidFieldException.parse("replaceHead", flag, () -> flag(flag.trim())))
                        .orElse(false));
    }

    private static boolean flag(String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException("replaceHead is '%s', must be true or false".formatted(text));
        }
        return Boolean.parseBoolean(text);
    }

    /** What contradicts the trainer's own settings is found by the trainer only; this is what can be told here. */
    private static Settings settings(String json) {
        try {
            Settings settings = GivenSettings.parse(RecipeKeys.CATALOGUE, json);
            GivenSettings.over(RecipeKeys.CATALOGUE, RecipeKeys.NONE, settings);
            return settings;
        } catch (InvalidSettingException e) {
            InvalidFieldException invalid = new InvalidFieldException("recipe", e.value(), "recipe: " + e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
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
}
