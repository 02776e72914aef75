package io.hone.platform.settings;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Settings;
import io.hone.registry.settings.GivenSettings;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.registry.settings.SettingsChain;
import io.hone.registry.settings.SettingsEntry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in force: a model's own, over the service's, over the keys' defaults.
 *
 * @param <T> what they make, such as a recipe
 */
public final class LayeredSettings<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LayeredSettings.class);

    private final Catalogue<T> catalogue;
    private final SettingsChain chain;
    private final Settings service;
    private final InstantSource clock;

    public LayeredSettings(Catalogue<T> catalogue, SettingsChain chain, Settings service, InstantSource clock) {
        this.catalogue = catalogue;
        this.chain = chain;
        this.service = service;
        this.clock = clock;
    }

    /**
     * What holds for the model now.
     *
     * @throws InvalidSettingException if the model's settings contradict the service's, which have changed since
     */
    public T of(ModelName model) {
        return GivenSettings.over(catalogue, service, chain.settings(model));
    }

    /**
     * What would hold for a model with these settings of its own.
     *
     * @throws InvalidSettingException if they contradict each other or the service's
     */
    public T with(Settings settings) {
        return GivenSettings.over(catalogue, service, settings);
    }

    public SettingsInForce inForce(ModelName model) {
        return SettingsInForce.of(model, chain.head(model), catalogue, service);
    }

    /** Oldest first. */
    public List<SettingsEntry> history(ModelName model) {
        return chain.history(model);
    }

    /**
     * From now on, {@code settings} are all that is set for the model. Setting what holds already changes nothing.
     *
     * @param expected number of the change that {@code settings} were made from; empty to replace any
     * @throws InvalidSettingException if the settings contradict each other or the service's
     * @throws SettingsChangedException if another change is in force than the expected one
     */
    public void change(ModelName model, Settings settings, OptionalLong expected, String actor, String reason) {
        with(settings);
        String writer = catalogue.subject() + "-" + UUID.randomUUID();
        while (true) {
            Optional<SettingsEntry> head = chain.head(model);
            long sequence = head.map(SettingsEntry::sequence).orElse(0L);
            if (expected.isPresent() && expected.getAsLong() != sequence) {
                throw new SettingsChangedException(catalogue.subject(), model, expected.getAsLong(), sequence);
            }
            if (head.map(SettingsEntry::settings).orElseGet(catalogue::none).equals(settings)) {
                return;
            }
            SettingsEntry next = new SettingsEntry(
                    model,
                    sequence + 1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    settings,
                    actor,
                    reason,
                    writer);
            if (chain.append(next)) {
                LOG.info(
                        "{} changed: model={} sequence={} settings={}",
                        catalogue.subject(),
                        model,
                        next.sequence(),
                        settings);
                return;
            }
        }
    }
}
