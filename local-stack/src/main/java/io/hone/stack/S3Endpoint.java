package io.hone.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** An S3 endpoint on the loopback interface that keeps objects as files; unsigned requests are refused. */
public final class S3Endpoint implements AutoCloseable {
    public static final String ACCESS_KEY_VARIABLE = "HONE_S3_ACCESS_KEY";
    public static final String SECRET_KEY_VARIABLE = "HONE_S3_SECRET_KEY";

    /** The folder inside the data folder whose folders are the buckets. */
    public static final String BUCKETS = "buckets";

    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

    private final ServerProcess process;
    private final Path buckets;
    private final Credentials credentials;

    private S3Endpoint(ServerProcess process, Path data, Credentials credentials) {
        this.process = process;
        this.buckets = data.resolve(BUCKETS);
        this.credentials = credentials;
    }

    /**
     * Returns once the endpoint answers.
     *
     * @param data kept across starts; objects lie in its folder {@code buckets}
     * @param port 0 for any free one, kept by {@link #restart}
     * @throws StackException with the end of the log, when it does not get that far
     */
    public static S3Endpoint start(StackHome home, Path data, int port, Credentials credentials) {
        return new S3Endpoint(ServerProcess.start(launch(home, data, port, credentials)), data, credentials);
    }

    static S3Endpoint attach(StackHome home, Path data, int port, Credentials credentials, long pid) {
        return new S3Endpoint(ServerProcess.attach(launch(home, data, port, credentials), pid), data, credentials);
    }

    private static Launch launch(StackHome home, Path data, int port, Credentials credentials) {
        return new Launch(
                "S3 endpoint",
                home,
                "io.hone.stack.s3.S3Main",
                256,
                data,
                port,
                Map.of(ACCESS_KEY_VARIABLE, credentials.accessKey(), SECRET_KEY_VARIABLE, credentials.secretKey()),
                Duration.ofSeconds(30));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + process.port());
    }

    public String accessKey() {
        return credentials.accessKey();
    }

    public String secretKey() {
        return credentials.secretKey();
    }

    /**
     * Makes a bucket; one that exists stays as it is.
     *
     * @param name 3 to 63 lower-case letters, digits and hyphens, neither first nor last a hyphen
     */
    public void createBucket(String name) {
        if (!BUCKET_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Bucket name \"" + name
                    + "\" is not one: 3 to 63 lower-case letters, digits and hyphens, a hyphen neither first nor last");
        }
        try {
            // The endpoint serves a bucket that other users of the machine can read to strangers as well.
            Files.createDirectory(
                    buckets.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new StackException("Bucket " + name + " could not be made in " + buckets + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return process.port();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return process.log();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    public void stop() {
        process.stop();
    }

    /** Starts again on the same folder and port, with the same keys; stops first if need be. */
    public void restart() {
        process.restart();
    }

    @Override
    public void close() {
        process.close();
    }
}
