package io.hone.platform.bucket;

import io.minio.MinioClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** Clients of the configured S3 server that do not wait for ever. */
final class BucketClients {

    private BucketClients() {}

    /**
     * @param patience how long a connection may take, and how long the server may be silent
     * @throws IllegalArgumentException if the configuration cannot be used
     */
    static MinioClient open(BucketConfig config, Duration patience) {
        MinioClient client = MinioClient.builder()
                .endpoint(checked(config.endpoint()))
                .credentials(config.accessKey(), config.secretKey())
                .region(config.region())
                .build();
        client.setTimeout(patience.toMillis(), patience.toMillis(), patience.toMillis());
        return client;
    }

    private static String checked(String endpoint) {
        try {
            URI uri = new URI(endpoint);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            // falls through to the same message
        }
        throw new IllegalArgumentException(
                "hone.bucket.endpoint is '%s', must be an address such as http://localhost:9000; set HONE_BUCKET_ENDPOINT"
                        .formatted(endpoint));
    }
}
