package io.hone.stack.s3;

import io.hone.stack.Lifeline;
import io.hone.stack.S3Endpoint;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 endpoint on the loopback interface, over plain files: {@code S3Main <data folder> <port, 0 for any>}, the key
 * pair in the environment. Every folder in {@code <data folder>/buckets} is a bucket.
 */
public final class S3Main {
    private S3Main() {}

    public static void main(String[] args) {
        Lifeline.serve(() -> start(args));
    }

    private static int start(String[] args) throws Exception {
        if (args.length != 2) {
            throw new IllegalArgumentException("Give two arguments: data folder, port (0 for any free one)");
        }
        var buckets = Files.createDirectories(Path.of(args[0]).resolve(S3Endpoint.BUCKETS));
        var proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(buckets.toString()))
                .endpoint(URI.create("http://127.0.0.1:" + Integer.parseInt(args[1])))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        required(S3Endpoint.ACCESS_KEY_VARIABLE),
                        required(S3Endpoint.SECRET_KEY_VARIABLE))
                .stopTimeout(0)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(proxy), "stop"));
        proxy.start();
        refuseStranger(proxy.getPort());
        return proxy.getPort();
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(variable + " is not set: the S3 endpoint serves nobody without keys");
        }
        return value;
    }

    /** The endpoint is ready when it answers, and right when it refuses whoever does not sign. */
    private static void refuseStranger(int port) throws IOException {
        var request = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
        int status = request.getResponseCode();
        if (status != HttpURLConnection.HTTP_FORBIDDEN) {
            throw new IOException("An unsigned request was answered with " + status + " instead of 403");
        }
    }

    private static void stop(S3Proxy proxy) {
        try {
            proxy.stop();
        } catch (Exception e) {
            System.err.println("The S3 endpoint did not stop cleanly: " + e);
        }
    }
}
