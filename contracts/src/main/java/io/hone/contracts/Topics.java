package io.hone.contracts;

import io.hone.contracts.model.ModelName;
import java.util.regex.Pattern;

/** Names of the Kafka topics. */
public final class Topics {

    /** Run started, progress, finished, failed; keyed by model. */
    public static final String TRAINING_RUNS = "training-runs";

    /** Trained versions awaiting their verdict; keyed by model. */
    public static final String CANDIDATES = "candidates";

    /** What the gate decided; keyed by model. */
    public static final String VERDICTS = "verdicts";

    /** Which version is champion now, and who or what moved it; keyed by model. */
    public static final String CHAMPIONS = "champions";

    /** That a champion is less often right about what comes in than it was, or should be; keyed by model. */
    public static final String DRIFT = "drift";

    /** Events that a webhook's endpoint did not take; keyed by the letter's id, and nothing under a key once it was. */
    public static final String WEBHOOK_DEAD_LETTERS = "webhook-dead-letters";

    /** What labelling tools have told and ingest still has to do; keyed by what it is about. */
    public static final String LABELLING_TASKS = "labelling-tasks";

    /** Of these, what failed and waits for its next attempt, or was given up; nothing under a key once it was done. */
    public static final String LABELLING_SETBACKS = "labelling-setbacks";

    /** Labels that a champion contradicts; keyed by model. */
    public static final String DOUBTS = "doubts";

    private static final String LABELLED_IMAGES = "labelled-images.";

    /** Matches the names of all models' labelled-image topics, and no dead letters. */
    public static final Pattern ALL_LABELLED_IMAGES = Pattern.compile(Pattern.quote(LABELLED_IMAGES) + "[^.]+");

    private static final String QUARANTINED_IMAGES = "quarantined-images.";

    /** Matches the names of all models' topics of images whose labels are doubted. */
    public static final Pattern ALL_QUARANTINED_IMAGES = Pattern.compile(Pattern.quote(QUARANTINED_IMAGES) + "[^.]+");

    private Topics() {}

    /** One partition, compacted, kept for ever: the topic is the model's dataset, an offset is a version of it. */
    public static String labelledImages(ModelName model) {
        return LABELLED_IMAGES + model;
    }

    /** The model whose images a topic of {@link #ALL_LABELLED_IMAGES} holds. */
    public static ModelName modelOf(String labelledImagesTopic) {
        return new ModelName(labelledImagesTopic.substring(LABELLED_IMAGES.length()));
    }

    /** Records of {@link #labelledImages} that could not be read, unchanged, with the reason in their headers. */
    public static String deadLetters(ModelName model) {
        return labelledImages(model) + ".dead-letters";
    }

    /**
     * One partition, compacted, kept for ever, made by ingest: images that were taken out of {@link #labelledImages}
     * because their labels are doubted, and nothing under a key once somebody has decided.
     */
    public static String quarantinedImages(ModelName model) {
        return QUARANTINED_IMAGES + model;
    }

    /** The model whose images a topic of {@link #ALL_QUARANTINED_IMAGES} holds. */
    public static ModelName modelOfQuarantined(String topic) {
        return new ModelName(topic.substring(QUARANTINED_IMAGES.length()));
    }
}
