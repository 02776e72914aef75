package io.hone.registry.store;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
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
import java.util.stream.Collectors;

/** One bucket of any S3 server, by the MinIO client. */
public final class S3ObjectStore implements ObjectStore {

    private static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");

    /** What S3 allows in a single PUT, and the least it allows as a part's size. */
    private static final long MAX_PUT_BYTES = 5L << 30;

    private static final long MIN_PART_BYTES = 5L << 20;

    /** What S3 gives in one answer to a list. */
    private static final int MOST_KEYS = 1000;

    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int MOST_ATTEMPTS = 10;

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
        return ifThere(
                "read",
                key,
                () -> client.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    @Override
    public void upload(String key, Path file, String contentType) {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            call("write", key, () -> put(key, in, size, contentType, Map.of()));
        } catch (IOException e) {
            throw failure("write", key, e);
        }
    }

    @Override
    public void write(String key, byte[] content, String contentType) {
        call("write", key, () -> put(key, new ByteArrayInputStream(content), content.length, contentType, Map.of()));
    }

    @Override
    public boolean createIfAbsent(String key, byte[] content, String contentType) {
        return call("create", key, () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    put(key, new ByteArrayInputStream(content), content.length, contentType, IF_ABSENT);
                    return true;
                } catch (ErrorResponseException e) {
                    int status = e.response().code();
                    if (status == PRECONDITION_FAILED) {
                        return isThere(key, content);
                    }
                    // Another conditional write of it is under way: nobody knows yet who wins.
                    if (status != CONFLICT || attempt == MOST_ATTEMPTS) {
                        throw e;
                    }
                }
            }
        });
    }

    /** The client repeats a request whose answer was lost: what it finds in its way may be its own object. */
    private boolean isThere(String key, byte[] content) {
        return read(key).map(found -> Arrays.equals(found, content)).orElse(false);
    }

    /** A part size that holds the whole object makes the client send one PUT: a multipart upload knows no condition. */
    private ObjectWriteResponse put(
            String key, InputStream in, long size, String contentType, Map<String, String> headers)
            throws MinioException {
        if (size > MAX_PUT_BYTES) {
            throw new IllegalArgumentException(
                    "object '%s' has %d bytes, at most %d are allowed".formatted(key, size, MAX_PUT_BYTES));
        }
        return client.putObject(
                PutObjectArgs.builder().bucket(bucket).object(key).headers(headers).contentType(contentType).stream(
                                in, size, Math.max(size, MIN_PART_BYTES))
                        .build());
    }

    @Override
    public SortedSet<String> keys(String prefix) {
        return list(prefix, true).stream().map(Item::objectName).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<String> keys(String prefix, String after, int most) {
        return call("list", prefix, () -> {
            List<String> keys = new ArrayList<>();
            var pages = client.listObjects(ListObjectsArgs.builder()
                            .bucket(bucket)
                            .prefix(prefix)
                            .startAfter(after)
                            .maxKeys(Math.min(most, MOST_KEYS))
                            .recursive(true)
                            .build())
                    .iterator();
            while (keys.size() < most && pages.hasNext()) {
                keys.add(pages.next().get().objectName());
            }
            return keys;
        });
    }

    @Override
    public List<String> folders(String prefix) {
        return list(prefix, false).stream()
                .filter(Item::isDir)
                .map(item -> item.objectName().substring(prefix.length()))
                .toList();
    }

    private List<Item> list(String prefix, boolean recursive) {
        return call("list", prefix, () -> {
            List<Item> items = new ArrayList<>();
            for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .recursive(recursive)
                    .build())) {
                items.add(result.get());
            }
            return items;
        });
    }

    @Override
    public boolean exists(String key) {
        return ifThere(
                        "look up",
                        key,
                        () -> client.statObject(StatObjectArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .build()))
                .isPresent();
    }

    @Override
    public boolean copy(String from, String to) {
        return ifThere(
                        "copy",
                        from,
                        () -> client.copyObject(CopyObjectArgs.builder()
                                .bucket(bucket)
                                .object(to)
                                .source(SourceObject.builder()
                                        .bucket(bucket)
                                        .object(from)
                                        .build())
                                .build()))
                .isPresent();
    }

    @Override
    public void delete(String key) {
        call("delete", key, () -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return key;
        });
    }

    private interface Request<T> {
        T send() throws MinioException;
    }

    private <T> Optional<T> ifThere(String operation, String key, Request<? extends T> request) {
        return call(operation, key, () -> {
            try {
                return Optional.of(request.send());
            } catch (ErrorResponseException e) {
                if ("NoSuchKey".equals(e.errorResponse().code())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private <T> T call(String operation, String key, Request<T> request) {
        try {
            return request.send();
        } catch (MinioException | IllegalStateException e) {
            // The client reports a refused connection as an IllegalStateException.
            throw failure(operation, key, e);
        }
    }

    private ObjectStoreException failure(String operation, String key, Exception cause) {
        return new ObjectStoreException(
                "cannot %s '%s' in bucket '%s': %s".formatted(operation, key, bucket, cause.getMessage()), cause);
    }
}
