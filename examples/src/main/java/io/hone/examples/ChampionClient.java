package io.hone.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks the evaluator which version is champion. While nothing moves, the answer is empty and costs next to nothing. */
public final class ChampionClient {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    /** A manifest with a hundred thousand classes has less. */
    private static final int LONGEST_ANSWER = 16 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper mapper = new JsonMapper();
    private final URI champion;
    private final String model;
    private final Optional<String> key;

    /**
     * @param evaluator such as {@code http://localhost:8083}, or {@code https://example.org/hone} behind a proxy
     * @param key a viewer's; none where nobody asks for one
     */
    public ChampionClient(URI evaluator, String model, Optional<String> key) {
        String prefix = evaluator.toString().replaceAll("/+$", "");
        this.champion = URI.create(prefix + "/v1/models/" + model + "/champion");
        this.model = model;
        this.key = key;
    }

    /**
     * @param known what was answered the last time
     * @return empty while that holds
     */
    public Optional<Champion> ask(Optional<Champion> known) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(champion).timeout(PATIENCE);
        key.ifPresent(mine -> request.header("Authorization", "Bearer " + mine));
        known.ifPresent(before -> request.header("If-None-Match", before.tag()));
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return switch (answer.statusCode()) {
                case NOT_MODIFIED -> Optional.empty();
                case OK -> Optional.of(read(answer.headers().firstValue("ETag").orElseThrow(), body));
                default -> throw new IOException(champion + " answers with status " + answer.statusCode());
            };
        }
    }

    private Champion read(String tag, InputStream body) throws IOException {
        JsonNode manifest = mapper.readTree(Limits.atMost(LONGEST_ANSWER, body)).path("manifest");
        int version = manifest.path("version").asInt();
        return new Champion(
                tag,
                version,
                "models/%s/versions/%d/".formatted(model, version),
                manifest.path("sha256").asText());
    }
}
