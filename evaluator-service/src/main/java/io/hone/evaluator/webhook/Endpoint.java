package io.hone.evaluator.webhook;

import io.hone.contracts.model.ModelName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who is told over HTTP, of what.
 *
 * @param name in logs, metrics and the name of its consumer group
 * @param types of CloudEvents
 * @param models whose events; empty for those of all
 */
record Endpoint(String name, URI url, Signer signer, Set<String> types, Set<ModelName> models) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    Endpoint {
        types = Set.copyOf(types);
        models = Set.copyOf(models);
    }

    /** @throws IllegalArgumentException if a setting cannot be used; the message names it, its value and what it must be */
    static Endpoint of(String name, WebhookConfig.Endpoint config) {
        String prefix = "hone.webhooks." + name;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("%s: its name is '%s', must match %s".formatted(prefix, name, NAME));
        }
        return new Endpoint(
                name,
                url(prefix + ".url", config.url()),
                Signer.of(prefix + ".secret", config.secret()),
                each(prefix + ".events", config.events(), WebhookTypes::named).orElse(WebhookTypes.all()),
                each(prefix + ".models", config.models(), ModelName::new).orElse(Set.of()));
    }

    boolean wants(WebhookEvent event) {
        return types.contains(event.type()) && (models.isEmpty() || models.contains(event.model()));
    }

    private static URI url(String key, String value) {
        try {
            URI url = new URI(value);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // falls through to the same message
        }
        throw new IllegalArgumentException(
                "%s is '%s', must be an address such as https://ops.example.org/hone, without a password in it"
                        .formatted(key, value.replaceAll("//[^/@]*@", "//…@")));
    }

    private static <T extends Comparable<T>> Optional<Set<T>> each(
            String key, Optional<List<String>> values, Function<String, T> parse) {
        try {
            return values.map(given -> given.stream().map(parse).collect(Collectors.toCollection(TreeSet::new)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(key, e.getMessage()), e);
        }
    }
}
