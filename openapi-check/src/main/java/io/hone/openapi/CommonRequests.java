package io.hone.openapi;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What can be asked of any operation without knowing what it does. */
public final class CommonRequests {

    private static final int INVALID = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED = 415;
    private static final int TOO_LARGE = 413;
    private static final String NOTHING = "application/x-nothing";
    private static final String NOBODY = "nobody";
    private static final byte[] NO_IMAGE = {1, 2, 3};
    private static final String JSON = "application/json";
    private static final String ANY = "*/*";

    private CommonRequests() {}

    /** Models of names that cannot be and that are not, types that nobody knows, more bytes than anybody takes. */
    public static void cover(Coverage coverage, Document document) {
        document.operations().forEach(operation -> cover(coverage, operation));
    }

    private static void cover(Coverage coverage, Operation operation) {
        if (operation.path().contains("{model}")) {
            coverage.byAny(operation, INVALID, () -> send(operation, "No_Model!", request -> {}));
            if (operation.needsRole()) {
                coverage.byAny(operation, NOT_FOUND, () -> send(operation, NOBODY, request -> {}));
            }
        }
        coverage.byAny(operation, NOT_ACCEPTABLE, () -> send(operation, NOBODY, request -> request.accept(NOTHING)))
                .byAny(operation, TOO_LARGE, () -> announce(operation));
        if (!operation.requestTypes().contains(ANY)) {
            coverage.byAny(operation, UNSUPPORTED, () -> given().contentType(NOTHING)
                    .body(NO_IMAGE)
                    .request(operation.method(), operation.pathWith(NOBODY)));
        }
    }

    /** Any operation, with whatever {@code changes} the request. */
    public static void send(Operation operation, String model, Consumer<RequestSpecification> changes) {
        RequestSpecification request = given();
        if (operation.requestExample().isPresent()) {
            request.contentType(JSON).body(operation.requestExample().orElseThrow());
        } else if (operation.requestTypes().contains(ANY)) {
            request.contentType("application/octet-stream").body(NO_IMAGE);
        } else if (!operation.requestTypes().isEmpty()) {
            request.multiPart("image", "nothing", NO_IMAGE);
        }
        changes.accept(request);
        request.request(operation.method(), operation.pathWith(model));
    }

    /** The head alone of a request whose body nobody takes. */
    private static void announce(Operation operation) {
        String path = operation.pathWith(NOBODY);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                            .formatted(operation.method(), path, Long.MAX_VALUE)
                            .getBytes(StandardCharsets.US_ASCII));
            Watch.saw(Answer.ofHttp(
                    operation.method(),
                    path,
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
