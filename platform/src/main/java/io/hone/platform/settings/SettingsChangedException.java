package io.hone.platform.settings;

import io.hone.contracts.model.ModelName;

/** Somebody else has changed the settings meanwhile. */
public final class SettingsChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    SettingsChangedException(String subject, ModelName model, long expected, long found) {
        super(
                "the %s of model '%s' was to be changed from change %d on, but change %d is in force: look at it and try again"
                        .formatted(subject, model, expected, found));
        this.subject = subject;
    }

    /** What they are about, such as {@code recipe}. */
    public String subject() {
        return subject;
    }
}
