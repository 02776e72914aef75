package io.hone.ingest.task;

import io.hone.contracts.model.ModelName;
import io.hone.ingest.fetch.KnownOrigin;
import io.hone.ingest.fetch.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What all labelling tools have in common that may send to Hone.
 *
 * @param prefix of its settings' keys, such as {@code hone.feeds.label-studio.lab}
 * @param name in ids, sources and logs
 * @param address without a slash at its end
 * @param known it may be fetched from, with its token
 * @param models that it may send to; empty for all
 */
public record ToolSettings(String prefix, String name, String address, KnownOrigin known, Set<ModelName> models) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;

    public ToolSettings {
        models = Set.copyOf(models);
    }

    /**
     * @param family beginning of its settings' keys
     * @throws IllegalArgumentException if a setting cannot be used; the message names it, its value and what it must be
     */
    public static ToolSettings of(
            String family, String name, String address, Optional<String> token, Optional<List<String>> models) {
        String prefix = family + "." + name;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("%s: its name is '%s', must match %s".formatted(prefix, name, NAME));
        }
        String key = prefix + ".token";
        return new ToolSettings(
                prefix,
                name,
                address.replaceFirst("/+$", ""),
                new KnownOrigin(
                        Origin.of(prefix + ".address", address),
                        token.map(value -> KnownOrigin.Header.of(key, "Authorization", key, "Token " + value)),
                        true),
                models(prefix, models.orElse(List.of())));
    }

    private static Set<ModelName> models(String prefix, List<String> models) {
        try {
            return models.stream().map(ModelName::new).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s.models: %s".formatted(prefix, e.getMessage()), e);
        }
    }

    /** @throws IllegalArgumentException if it is too short to keep anybody out, or too long */
    public static String secret(String key, String value) {
        if (value.length() < SHORTEST_SECRET || value.length() > LONGEST_SECRET) {
            throw new IllegalArgumentException(
                    "%s has %d characters, must have %d to %d: openssl rand -hex 32 makes one"
                            .formatted(key, value.length(), SHORTEST_SECRET, LONGEST_SECRET));
        }
        return value;
    }

    public boolean isFor(ModelName model) {
        return models.isEmpty() || models.contains(model);
    }
}
