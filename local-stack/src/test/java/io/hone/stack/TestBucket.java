package io.hone.stack;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A bucket, seen through the client that Hone uses. */
final class TestBucket {
    private static final Map<String, String> ONLY_IF_ABSENT = Map.of("If-None-Match", "*");

    private final MinioClient client;
    private final String name;

    TestBucket(URI endpoint, Credentials credentials, String name) {
        this.client = MinioClient.builder()
                .endpoint(endpoint.toString())
                .credentials(credentials.accessKey(), credentials.secretKey())
                .build();
        this.name = name;
    }

    void put(String key, String text) throws MinioException {
        put(key, text, Map.of());
    }

    void create(String key, String text) throws MinioException {
        put(key, text, ONLY_IF_ABSENT);
    }

    boolean tryCreate(String key, String text) throws MinioException {
        try {
            create(key, text);
            return true;
        } catch (ErrorResponseException e) {
            if (e.response().code() == 412) {
                return false;
            }
            throw e;
        }
    }

    String get(String key) throws MinioException, IOException {
        try (var object = client.getObject(
                GetObjectArgs.builder().bucket(name).object(key).build())) {
            return new String(object.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void put(String key, String text, Map<String, String> headers) throws MinioException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder().bucket(name).object(key).headers(headers).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, 5L * 1024 * 1024)
                .build());
    }
}
