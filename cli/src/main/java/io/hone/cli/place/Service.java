package io.hone.cli.place;

import java.nio.file.Path;

/** Hone's three services. */
public enum Service {
    INGEST("ingest", "images with labels come in here"),
    TRAINER("trainer", "fine-tunes the champion on them"),
    EVALUATOR("evaluator", "models, versions, champions and verdicts");

    private final String title;
    private final String purpose;

    Service(String title, String purpose) {
        this.title = title;
        this.purpose = purpose;
    }

    public String title() {
        return title;
    }

    public String purpose() {
        return purpose;
    }

    Path jar(Path root) {
        return root.resolve(title + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
