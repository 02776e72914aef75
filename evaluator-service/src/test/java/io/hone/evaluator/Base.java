package io.hone.evaluator;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A registration over HTTP, complete unless told otherwise, with the networks that colours.py wrote. */
public final class Base {

    public static final String CLASSES = "red\ngreen\nblue\n";
    public static final String PREPROCESSING = "{\"width\":8,\"height\":8,\"mean\":[0.5,0.5,0.5],"
            + "\"standardDeviation\":[0.25,0.25,0.25],\"colourOrder\":\"RGB\"}";

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private Path torchScript = network("base");

    private Base() {}

    public static Base named(String name) {
        return new Base()
                .with("name", name)
                .with("classes", CLASSES)
                .with("preprocessing", PREPROCESSING)
                .with("holdOutFraction", "0.25");
    }

    public static Path network(String name) {
        return Path.of("src/test/resources/colours", name + ".pt");
    }

    public Base with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    public Base withKey(String key) {
        headers.put("Authorization", "Bearer " + key);
        return this;
    }

    public Base without(String field) {
        fields.remove(field);
        return this;
    }

    public Base withFile(String field, Path file) {
        files.put(field, file);
        return this;
    }

    public Base torchScript(Path file) {
        torchScript = file;
        return this;
    }

    public Response post() {
        return postWith(torchScript);
    }

    public Response postWithoutFile() {
        return request().post("/v1/models");
    }

    private Response postWith(Path file) {
        return request()
                .multiPart("torchScript", file.toFile(), "application/octet-stream")
                .post("/v1/models");
    }

    private RequestSpecification request() {
        RequestSpecification request = given().headers(headers).contentType("multipart/form-data");
        fields.forEach(request::multiPart);
        files.forEach((field, file) -> request.multiPart(field, file.toFile(), "application/octet-stream"));
        return request;
    }
}
