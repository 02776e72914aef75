package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RefusalTest {

    private static final byte[] PNG = TestImages.png(1);

    private final TestModels models;
    private TestModel model;

    RefusalTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @AfterEach
    void nothingHasEnteredTheStream() {
        assertThat(model.records()).isEmpty();
    }

    @Test
    void aMissingLabel() {
        refused(post(PNG, Map.of()), 400, "invalid-field")
                .body("field", equalTo("label"))
                .body("detail", containsString("label is missing"));
    }

    @Test
    void aSplitThatIsNone() {
        refused(post(PNG, Map.of("label", "cat", "split", "test")), 400, "invalid-field")
                .body("field", equalTo("split"))
                .body("value", equalTo("test"))
                .body("detail", containsString("training, hold-out"));
    }

    @Test
    void aGroupTooLong() {
        refused(post(PNG, Map.of("label", "cat", "group", "g".repeat(201))), 400, "invalid-field")
                .body("field", equalTo("group"))
                .body("detail", containsString("at most 200"));
    }

    @Test
    void aModelNameThatCannotBe() {
        Response answer = given().queryParam("label", "cat").body(PNG).post("/v1/models/No!/images");
        refused(answer, 400, "invalid-field").body("field", equalTo("model")).body("value", equalTo("No!"));
    }

    @Test
    void aModelThatIsNotRegistered() {
        Response answer = given().queryParam("label", "cat").body(PNG).post("/v1/models/nobody/images");
        refused(answer, 404, "unknown-model")
                .body("value", equalTo("nobody"))
                .body("detail", containsString("register it"));
    }

    @Test
    void noBytes() {
        refused(post(new byte[0], Map.of("label", "cat")), 400, "empty");
    }

    @Test
    void tooManyBytes() {
        refused(post(new byte[(16 << 20) + 1], Map.of("label", "cat")), 413, "too-many-bytes")
                .body("value", equalTo((16 << 20) + 1))
                .body("limit", equalTo(16 << 20));
    }

    @Test
    void moreThanAnyRequestMayHave() throws Exception {
        // When a request announces more than is read of any
        String answer = RawHttp.postAnnouncing(model.path() + "?label=cat", 300L << 20);

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json")
                .contains("urn:hone:problem:request-too-large")
                .contains("\"value\":314572800", "\"limit\":268435456");
    }

    @Test
    void whatIsNoImage() {
        byte[] text = "label,image\ncat,1.png".getBytes(StandardCharsets.UTF_8);
        Response answer = given().contentType("image/png")
                .queryParam("label", "cat")
                .body(text)
                .post(model.path());
        refused(answer, 415, "unknown-type").body("detail", containsString("JPEG, PNG, WEBP, BMP, GIF"));
    }

    @Test
    void tooManyPixels() {
        // Given a PNG that declares 30000 × 30000 pixels
        byte[] bomb = PNG.clone();
        ByteBuffer.wrap(bomb).putInt(16, 30_000).putInt(20, 30_000);

        // When / Then
        refused(post(bomb, Map.of("label", "cat")), 422, "too-many-pixels")
                .body("value", equalTo(900_000_000))
                .body("limit", equalTo(25_000_000));
    }

    @Test
    void anImageThatIsCutOff() {
        byte[] half = Arrays.copyOf(PNG, PNG.length / 2);
        refused(post(half, Map.of("label", "cat")), 422, "broken").body("detail", containsString("PNG"));
    }

    @Test
    void aFormWithoutImage() {
        Response answer = given().multiPart("label", "cat").post(model.path());
        refused(answer, 400, "invalid-field").body("field", equalTo("image"));
    }

    @Test
    void aFormWithTwoImages() {
        Response answer = given().multiPart("label", "cat")
                .multiPart("image", "a.png", PNG)
                .multiPart("image", "b.png", PNG)
                .post(model.path());
        refused(answer, 400, "invalid-field").body("detail", containsString("batch"));
    }

    @Test
    void aPathThatDoesNotExist() {
        given().accept("application/json")
                .get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }

    @Test
    void aMethodThatDoesNotExist() {
        given().put(model.path()).then().statusCode(405).contentType("application/problem+json");
    }

    private Response post(byte[] body, Map<String, String> query) {
        return given().contentType("application/octet-stream")
                .queryParams(query)
                .body(body)
                .post(model.path());
    }

    private static ValidatableResponse refused(Response answer, int status, String type) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:" + type))
                .body("status", equalTo(status));
    }

    @Test
    void tenThousandParts() {
        // Given
        var form = given().multiPart("label", "cat");
        for (int i = 0; i < 10_000; i++) {
            form.multiPart("image", "i.png", new byte[] {1});
        }

        // When / Then
        refused(form.post(model.path()), 413, "too-many-parts")
                .body("field", equalTo("form"))
                .body("limit", equalTo(2_000));
    }

    @Test
    void aBatchWithoutAContentType() throws Exception {
        assertThat(RawHttp.statusOfPost(model.path() + "/batch", new byte[] {1, 2, 3}))
                .isEqualTo(400);
    }

    @Test
    void aFormOfAnotherBoundary() {
        Response answer = given().contentType("multipart/form-data; boundary=other")
                .body("--b\r\nContent-Disposition: form-data; name=\"label\"\r\n\r\ncat\r\n--b--\r\n"
                        .getBytes(StandardCharsets.US_ASCII))
                .post(model.path());
        refused(answer, 400, "unreadable-form").body("detail", containsString("boundary"));
    }

    @Test
    void anImageGoneOverAgainAndAgain() {
        // Given a JPEG of two hundred scans
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        byte[] one = TestImages.jpeg(1);
        int scan = one.length - 2;
        while (one[scan] != (byte) 0xFF || one[scan + 1] != (byte) 0xDA) {
            scan--;
        }
        jpeg.write(one, 0, scan);
        for (int i = 0; i < 200; i++) {
            jpeg.write(one, scan, one.length - 2 - scan);
        }

        // When / Then
        refused(post(jpeg.toByteArray(), Map.of("label", "cat")), 422, "too-many-passes")
                .body("field", equalTo("image"))
                .body("value", equalTo(200))
                .body("limit", equalTo(100));
    }

    @Test
    void textThatIsLongerThanAnyMayBe() {
        Response answer = given().multiPart("image", "1.png", PNG)
                .multiPart("metadata", "m.json", new byte[(4 << 20) + 1], "application/octet-stream")
                .post(model.path() + "/batch");
        refused(answer, 400, "invalid-field").body("field", equalTo("metadata"));
    }
}
