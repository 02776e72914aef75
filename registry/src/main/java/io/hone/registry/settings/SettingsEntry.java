package io.hone.registry.settings;

import io.hone.contracts.Checks;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.settings.Settings;
import java.time.Instant;

/**
 * One change of a model's own settings: who made it and why.
 *
 * @param sequence 1 for the first; the highest is in force
 * @param settings all that is set for the model from here on, not only what changed
 * @param actor a person's name, or the service that decided
 * @param writer tells this attempt to write the entry from any other's
 */
public record SettingsEntry(
        ModelName model, long sequence, Instant at, Settings settings, String actor, String reason, String writer) {

    public SettingsEntry {
        Checks.present("model", model);
        Checks.atLeast("sequence", sequence, 1);
        Checks.present("at", at);
        Checks.present("settings", settings);
        Checks.line("actor", actor, 200);
        Checks.line("reason", reason, 1000);
        Checks.line("writer", writer, 200);
    }
}
