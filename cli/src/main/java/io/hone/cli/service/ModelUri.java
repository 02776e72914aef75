package io.hone.cli.service;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses below {@code /v1/models/<model>} of a service. */
public final class ModelUri {

    private ModelUri() {}

    /** @param path such as {@code images/batch}; empty for the model itself */
    public static URI of(URI service, String model, String path) {
        String encoded = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        return service.resolve("/v1/models/" + encoded + (path.isEmpty() ? "" : "/" + path));
    }
}
