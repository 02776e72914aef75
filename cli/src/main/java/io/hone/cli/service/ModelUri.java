package io.hone.cli.service;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses below {@code /v1/models/<model>} of a service. */
public final class ModelUri {

    private ModelUri() {}

    /** @param path such as {@code images/batch}; empty for the model itself */
    public static URI of(URI service, String model, String path) {
        return of(service, model, path, Map.of());
    }

    /** @param query parameters and their values, as they are to arrive */
    public static URI of(URI service, String model, String path, Map<String, String> query) {
        String uri = "/v1/models/" + encoded(model).replace("+", "%20") + (path.isEmpty() ? "" : "/" + path);
        String parameters = query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return service.resolve(parameters.isEmpty() ? uri : uri + "?" + parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
