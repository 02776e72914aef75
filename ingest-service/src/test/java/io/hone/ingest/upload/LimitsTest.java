package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.openapi.Answer;
import io.hone.openapi.Answers;
import io.hone.openapi.Watch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one caller may not do to the others. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(LimitsTest.Tight.class)
public class LimitsTest {

    private static final int AT_ONCE = 3;
    private static final Duration UPLOAD_TIME = Duration.ofSeconds(4);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String HOSTILE = "127.0.0.3";
    private static final String HONEST = "127.0.0.2";
    private static final String NOWHERE = "/v1/models/nobody/images";

    private final TestModels models;
    private final List<Drip> drips = new ArrayList<>();
    private TestModel model;

    public static final class Tight implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "hone.ingest.requests-per-caller",
                    String.valueOf(AT_ONCE),
                    "hone.ingest.upload-time",
                    UPLOAD_TIME.toString(),
                    "hone.ingest.images-per-second",
                    "1",
                    "hone.ingest.batch-limit",
                    "20");
        }
    }

    LimitsTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Drip drip : drips) {
            drip.close();
        }
    }

    @Test
    @Answers({"uploadImage 408", "uploadImage 429"})
    void aCallerWhoseUploadsDripInStarvesNobodyAndIsEndedInTime() throws IOException {
        // Given one more upload than allowed, none of which goes on: which of them comes too late is anybody's guess
        Drip tooMany = dripTooMany();

        // Then others are served
        assertThat(image(HONEST)).startsWith("HTTP/1.1 201");

        // Then it is turned away, and hung up on though it never sends the rest
        String refused = tooMany.answer();
        assertThat(refused)
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("Retry-After: 1")
                .contains("urn:hone:problem:over-limit", "\"limit\":" + AT_ONCE);
        Watch.saw(Answer.ofHttp("POST", model.path(), refused));

        // Then what does not arrive is ended, with the reason, and makes room
        drips.remove(tooMany);
        for (Drip drip : drips) {
            String ended = drip.answer();
            assertThat(ended).startsWith("HTTP/1.1 408").contains("urn:hone:problem:too-slow");
            Watch.saw(Answer.ofHttp("POST", model.path(), ended));
        }
        await().atMost(SOON).until(() -> isLetIn(HOSTILE));
    }

    @Test
    void whoHangsUpMakesRoom() throws IOException {
        // Given
        dripTooMany();
        assertThat(isLetIn(HOSTILE)).isFalse();

        // When
        hangUp();

        // Then
        await().atMost(SOON).until(() -> isLetIn(HOSTILE));
    }

    @Test
    @Answers("uploadImages 429")
    void moreThanABatchComesAtItsPace() {
        // Given a batch, as large as allowed
        batch(20).then().statusCode(200).body("accepted", equalTo(20));

        // When
        Response next = batch(15);

        // Then
        next.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:over-limit"))
                .body("limit", equalTo(1))
                .body("detail", containsString("1 a second"));
        assertThat(Integer.parseInt(next.header("Retry-After"))).isBetween(2, 16);
        assertThat(model.records()).hasSize(20);
    }

    private String path() {
        return model.path() + "?label=cat";
    }

    /** As many as allowed are let in, and one is answered at once: returned. */
    private Drip dripTooMany() throws IOException {
        // Loading the classes of a service that nobody has asked yet can take longer than an upload may.
        assertThat(image(HONEST)).startsWith("HTTP/1.1 201");
        for (int i = 0; i <= AT_ONCE; i++) {
            drip(HOSTILE).head(path(), 1_000).send(new byte[10]);
        }
        return await().atMost(SOON)
                .until(() -> drips.stream().filter(Drip::isAnswered).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private Drip drip(String from) throws IOException {
        Drip drip = Drip.from(from);
        drips.add(drip);
        return drip;
    }

    private boolean isLetIn(String from) throws IOException {
        return answer(from).startsWith("HTTP/1.1 404");
    }

    /** To an upload that goes nowhere: whoever is let in is told so. */
    private String answer(String from) throws IOException {
        return upload(from, NOWHERE + "?label=cat");
    }

    private String image(String from) throws IOException {
        return upload(from, path());
    }

    private static String upload(String from, String path) throws IOException {
        byte[] png = TestImages.png(1);
        try (Drip upload = Drip.from(from)) {
            return upload.head(path, png.length).send(png).answer();
        }
    }

    private Response batch(int images) {
        var request = given().multiPart("metadata", labels(images));
        for (int i = 0; i < images; i++) {
            request.multiPart("image", i + ".png", TestImages.png(i));
        }
        return request.post(model.path() + "/batch");
    }

    private static String labels(int images) {
        return "[" + "{\"label\":\"cat\"},".repeat(images - 1) + "{\"label\":\"cat\"}]";
    }
}
