package io.hone.cli.place;

import java.nio.file.Path;

/** Hone's three services. */
public enum Service {
    INGEST("ingest", "images with labels come in here", false),
    TRAINER("trainer", "fine-tunes the champion on them", true),
    EVALUATOR("evaluator", "models, versions, champions and verdicts", true);

    private final String title;
    private final String purpose;
    private final boolean keepsData;

    Service(String title, String purpose, boolean keepsData) {
        this.title = title;
        this.purpose = purpose;
        this.keepsData = keepsData;
    }

    public String title() {
        return title;
    }

    public String purpose() {
        return purpose;
    }

    /** Whether it keeps anything in a folder of its own. */
    public boolean keepsData() {
        return keepsData;
    }

    Path jar(Path root) {
        return root.resolve(title + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
