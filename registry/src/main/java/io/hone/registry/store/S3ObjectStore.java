package io.hone.registry.store;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One bucket of any S3 server, by the MinIO client. */
public final class S3ObjectStore implements ObjectStore {

    private static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");

    /** What S3 allows in a single PUT, and the least it allows as a part's size. */
    private static final long MAX_PUT_BYTES = 5L << 30;

    private static final long MIN_PART_BYTES = 5L << 20;

    private final MinioClient client;
    private final String bucket;

    public S3ObjectStore(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Optional<byte[]> read(String key) {
        Optional<InputStream> found = open(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public Optional<InputStream> open(String key) {
        try {
            return Optional.of(client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build()));
        } catch (ErrorResponseException e) {
            return absentOr("read", key, e);
        } catch (MinioException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public void upload(String key, Path file, String contentType) {
        try (InputStream in = Files.newInputStream(file)) {
            put(key, in, Files.size(file), contentType, Map.of());
        } catch (IOException | MinioException e) {
            throw failure("write", key, e);
        }
    }

    @Override
    public void write(String key, byte[] content, String contentType) {
        try {
            put(key, new ByteArrayInputStream(content), content.length, contentType, Map.of());
        } catch (MinioException e) {
            throw failure("write", key, e);
        }
    }

    @Override
    public boolean createIfAbsent(String key, byte[] content, String contentType) {
        try {
            put(key, new ByteArrayInputStream(content), content.length, contentType, IF_ABSENT);
            return true;
        } catch (ErrorResponseException e) {
            if (isTaken(e)) {
                // The client repeats a request whose answer was lost: what it finds in its way may be its own object.
                return read(key).map(found -> Arrays.equals(found, content)).orElse(false);
            }
            throw failure("create", key, e);
        } catch (MinioException e) {
            throw failure("create", key, e);
        }
    }

    /** 412 when the object is there, 409 when another conditional write of it is under way. */
    private static boolean isTaken(ErrorResponseException e) {
        int status = e.response().code();
        return status == 412 || status == 409;
    }

    /** A part size that holds the whole object makes the client send one PUT: a multipart upload knows no condition. */
    private void put(String key, InputStream in, long size, String contentType, Map<String, String> headers)
            throws MinioException {
        if (size > MAX_PUT_BYTES) {
            throw new IllegalArgumentException(
                    "object '%s' has %d bytes, at most %d are allowed".formatted(key, size, MAX_PUT_BYTES));
        }
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .headers(headers)
                        .contentType(contentType)
                        .stream(in, size, Math.max(size, MIN_PART_BYTES))
                        .build());
    }

    @Override
    public SortedSet<String> keys(String prefix) {
        SortedSet<String> keys = new TreeSet<>();
        for (Item item : list(prefix, true)) {
            keys.add(item.objectName());
        }
        return keys;
    }

    @Override
    public List<String> folders(String prefix) {
        return list(prefix, false).stream()
                .filter(Item::isDir)
                .map(item -> item.objectName().substring(prefix.length()))
                .toList();
    }

    private List<Item> list(String prefix, boolean recursive) {
        List<Item> items = new ArrayList<>();
        try {
            for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .recursive(recursive)
                    .build())) {
                items.add(result.get());
            }
        } catch (MinioException e) {
            throw failure("list", prefix, e);
        }
        return items;
    }

    @Override
    public boolean exists(String key) {
        try {
            client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        } catch (ErrorResponseException e) {
            return absentOr("look up", key, e).isPresent();
        } catch (MinioException e) {
            throw failure("look up", key, e);
        }
    }

    @Override
    public void delete(String key) {
        try {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (MinioException e) {
            throw failure("delete", key, e);
        }
    }

    private <T> Optional<T> absentOr(String operation, String key, ErrorResponseException e) {
        if ("NoSuchKey".equals(e.errorResponse().code())) {
            return Optional.empty();
        }
        throw failure(operation, key, e);
    }

    private ObjectStoreException failure(String operation, String key, Exception cause) {
        return new ObjectStoreException(
                "cannot %s '%s' in bucket '%s': %s".formatted(operation, key, bucket, cause.getMessage()), cause);
    }
}
