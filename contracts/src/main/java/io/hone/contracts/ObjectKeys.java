package io.hone.contracts;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;

/** Keys of the objects in the buckets {@value #MODELS} and {@value #IMAGES}. */
public final class ObjectKeys {

    /** The bucket of registered models. */
    public static final String MODELS = "models";

    /** The bucket of images too large to travel inside a record (claim check). */
    public static final String IMAGES = "images";

    public static final String MODELS_PREFIX = "models/";

    /** Who may do what: digests of the keys that people were given. */
    public static final String API_KEYS = "access/keys/";

    public static final String TORCH_SCRIPT = "model.pt";
    public static final String SYNSET = "synset.txt";
    public static final String SERVING_PROPERTIES = "serving.properties";
    public static final String MANIFEST = "manifest.json";
    public static final String CLAIM = "claim.json";

    /** The images that a version was trained on: id, label, and whether new or replayed. */
    public static final String IMAGE_LIST = "images.csv";

    /** Loss and accuracy over the iterations of the run that made a version. */
    public static final String CURVE = "curve.json";

    /** The same as a picture. */
    public static final String CURVE_PICTURE = "curve.svg";

    private ObjectKeys() {}

    /** What was agreed when the model was registered and holds for all its versions. */
    public static String model(ModelName model) {
        return MODELS_PREFIX + model + "/model.json";
    }

    public static String versions(ModelName model) {
        return MODELS_PREFIX + model + "/versions/";
    }

    public static String version(ModelName model, int version) {
        return versions(model) + version + "/";
    }

    public static String versionFile(ModelName model, int version, String file) {
        return version(model, version) + file;
    }

    public static String evaluations(ModelName model) {
        return MODELS_PREFIX + model + "/evaluations/";
    }

    public static String evaluation(ModelName model, int version) {
        return evaluations(model) + version + ".json";
    }

    /** A verdict that waits for more labels; each snapshot of the hold-out has its own. */
    public static String inconclusiveEvaluation(ModelName model, int version, long nextOffset) {
        return evaluations(model) + version + ".inconclusive-" + nextOffset + ".json";
    }

    /** @param picture such as {@code confusion} */
    public static String evaluationPicture(ModelName model, int version, String picture) {
        return evaluations(model) + version + "." + picture + ".svg";
    }

    /** The verdict as it was told, written when nothing is left to do about the version. */
    public static String settled(ModelName model, int version) {
        return evaluations(model) + version + ".settled.json";
    }

    public static String recipes(ModelName model) {
        return MODELS_PREFIX + model + "/recipes/";
    }

    /** Twelve digits, so that the order of the keys is the order of the changes. */
    public static String recipe(ModelName model, long sequence) {
        return recipes(model) + "%012d.json".formatted(sequence);
    }

    public static String policies(ModelName model) {
        return MODELS_PREFIX + model + "/policies/";
    }

    /** Twelve digits, so that the order of the keys is the order of the changes. */
    public static String policy(ModelName model, long sequence) {
        return policies(model) + "%012d.json".formatted(sequence);
    }

    public static String intakes(ModelName model) {
        return MODELS_PREFIX + model + "/intakes/";
    }

    /** Twelve digits, so that the order of the keys is the order of the changes. */
    public static String intake(ModelName model, long sequence) {
        return intakes(model) + "%012d.json".formatted(sequence);
    }

    public static String champions(ModelName model) {
        return MODELS_PREFIX + model + "/champions/";
    }

    /** Twelve digits, so that the order of the keys is the order of the entries. */
    public static String champion(ModelName model, long sequence) {
        return champions(model) + "%012d.json".formatted(sequence);
    }

    public static String championsTold(ModelName model) {
        return MODELS_PREFIX + model + "/champions-told/";
    }

    /** Everybody has been told of the entry, and of all before it. */
    public static String championTold(ModelName model, long sequence) {
        return championsTold(model) + "%012d.json".formatted(sequence);
    }

    /** Inside the bucket {@value #IMAGES}. */
    public static String image(ModelName model, ImageId id) {
        return model + "/" + id;
    }
}
