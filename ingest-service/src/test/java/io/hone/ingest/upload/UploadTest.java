package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.platform.bucket.Buckets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UploadTest {

    private final Buckets buckets;
    private final TestModels models;
    private TestModel model;

    UploadTest(TestModels models, Buckets buckets) {
        this.buckets = buckets;
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    void bytesWithEverythingElseInTheQuery() {
        // Given
        byte[] png = TestImages.png(1);

        // When
        ValidatableResponse answer = given().contentType("image/png")
                .queryParams("label", "cat", "group", "burst 1", "annotator", "ada", "split", "hold-out")
                .body(png)
                .post(model.path())
                .then();

        // Then the answer tells where it is
        ImageId id = ImageId.of(png);
        answer.statusCode(201);
        assertThat(answer.extract().header("Location")).endsWith(model.path() + "/" + id);
        assertThat(answer.extract().jsonPath().getMap(""))
                .containsEntry("id", id.value())
                .containsEntry("split", "hold-out")
                .containsEntry("partition", 0)
                .containsEntry("offset", 0)
                .containsEntry("contentType", "image/png")
                .containsEntry("bytes", png.length);

        // Then the record is as the contract says
        LabelledImage image = onlyImage();
        assertThat(image.label()).isEqualTo("cat");
        assertThat(image.split()).contains(Split.HOLD_OUT);
        assertThat(image.group()).contains("burst 1");
        assertThat(image.annotator()).contains("ada");
        assertThat(image.source()).isEqualTo(URI.create("/hone/ingest"));
        assertThat(image.payload()).isEqualTo(new ImagePayload.Inline(png));
    }

    @Test
    void aForm() {
        // Given
        byte[] jpeg = TestImages.jpeg(1);

        // When
        Response answer = given().multiPart("image", "leaf.jpg", jpeg, "image/jpeg")
                .multiPart("label", "Gänseblümchen", "text/plain; charset=utf-8")
                .multiPart("group", "")
                .post(model.path());

        // Then
        answer.then().statusCode(201);
        LabelledImage image = onlyImage();
        assertThat(image.id()).isEqualTo(ImageId.of(jpeg));
        assertThat(image.label()).isEqualTo("Gänseblümchen");
        assertThat(image.group()).isEmpty();
        assertThat(image.split())
                .contains(new HoldOutRule(TestModel.HOLD_OUT_FRACTION).splitOf(ImageId.of(jpeg), Optional.empty()));
    }

    @Test
    void theTypeIsToldByTheContent() throws Exception {
        // Given a JPEG that claims to be something else, as curl's --data-binary does
        byte[] jpeg = TestImages.jpeg(2);

        // When
        int status = RawHttp.statusOfPost(model.path() + "?label=cat", "application/x-www-form-urlencoded", jpeg);

        // Then
        assertThat(status).isEqualTo(201);
        assertThat(onlyImage().contentType()).isEqualTo("image/jpeg");
        assertThat(onlyImage().payload()).isEqualTo(new ImagePayload.Inline(jpeg));
    }

    @Test
    void bytesWithoutAContentTypeAreAnImage() throws Exception {
        // Given
        byte[] jpeg = TestImages.jpeg(3);

        // When
        int status = RawHttp.statusOfPost(model.path() + "?label=cat", jpeg);

        // Then
        assertThat(status).isEqualTo(201);
        assertThat(onlyImage().id()).isEqualTo(ImageId.of(jpeg));
    }

    @Test
    void theSameImageAgainIsTheSameImage() {
        // Given
        byte[] png = TestImages.png(2);
        post(png, "cat").then().statusCode(201);

        // When
        Response again = post(png, "dog");

        // Then
        assertThat(again.jsonPath().getString("id")).isEqualTo(ImageId.of(png).value());
        assertThat(again.jsonPath().getLong("offset")).isEqualTo(1);
        assertThat(images()).extracting(LabelledImage::label).containsExactly("cat", "dog");
    }

    @Test
    void aGroupNeverStraddlesTheSplit() {
        // When
        List<String> splits = IntStream.range(0, 12)
                .mapToObj(i -> given().queryParams("label", "cat", "group", "patient-7")
                        .body(TestImages.png(100 + i))
                        .post(model.path())
                        .jsonPath()
                        .getString("split"))
                .toList();

        // Then
        assertThat(splits).containsOnly(splits.get(0));
    }

    @Test
    void aGoldenImageGoesToTheHoldOutAndIsMarkedInTheStream() {
        // When
        Response form = given().multiPart("image", "1.png", TestImages.png(1))
                .multiPart("label", "cat")
                .multiPart("golden", "true")
                .post(model.path());
        Response raw = given().queryParams("label", "cat", "golden", "true")
                .body(TestImages.png(2))
                .post(model.path());

        // Then
        form.then().statusCode(201);
        raw.then().statusCode(201);
        assertThat(images()).hasSize(2).allMatch(LabelledImage::golden);
        assertThat(images()).extracting(LabelledImage::split).containsOnly(Optional.of(Split.HOLD_OUT));
    }

    @Test
    void aGoldenImageToTrainOnIsRefused() {
        // When
        Response answer = given().queryParams("label", "cat", "split", "training", "golden", "true")
                .body(TestImages.png(1))
                .post(model.path());

        // Then
        answer.then().statusCode(400);
        assertThat(answer.jsonPath().getMap(""))
                .containsEntry("field", "golden")
                .containsEntry("value", "true");
        assertThat(model.records()).isEmpty();
    }

    @Test
    void whatIsLargeIsLeftAtTheBucket() {
        // Given
        byte[] large = TestImages.png(700, 3);
        assertThat(large.length).isGreaterThan(1 << 20);

        // When
        Response answer = post(large, "cat");

        // Then
        answer.then().statusCode(201);
        String key = ObjectKeys.image(model.name(), ImageId.of(large));
        assertThat(onlyImage().payload()).isEqualTo(ImagePayload.Reference.to("images", key));
        assertThat(buckets.images().read(key))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(large));
    }

    @Test
    void justBelowTheLimitItTravelsInside() {
        // Given an image of exactly the inline limit: what follows a PNG's end is not looked at
        byte[] largest = Arrays.copyOf(TestImages.png(500, 4), 1 << 20);

        // When
        Response answer = given().queryParams("label", "x".repeat(200), "group", "y".repeat(200))
                .body(largest)
                .post(model.path());

        // Then
        answer.then().statusCode(201);
        assertThat(onlyImage().payload()).isEqualTo(new ImagePayload.Inline(largest));
    }

    @Test
    void manyAtTheSameTime() {
        // When
        List<Integer> statuses = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> post(TestImages.png(1_000 + i), "cat").statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnly(201);
        assertThat(images())
                .extracting(LabelledImage::id)
                .doesNotHaveDuplicates()
                .hasSize(200);
    }

    private Response post(byte[] encoded, String label) {
        return given().contentType("application/octet-stream")
                .queryParam("label", label)
                .body(encoded)
                .post(model.path());
    }

    private LabelledImage onlyImage() {
        assertThat(images()).hasSize(1);
        return images().get(0);
    }

    private List<LabelledImage> images() {
        return model.entries().stream()
                .map(entry -> ((ImageEntry.Labelled) entry).image())
                .toList();
    }
}
