package io.hone.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImagePayload;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.ingest.hostile.HostileImages.HostileImage;
import io.hone.ingest.hostile.HostileRequests.Request;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of bad images and requests, made of real ones, against the service as it runs. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BadInputTest {

    private static final UnixOperatingSystemMXBean SYSTEM =
            (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Logger LOG = Logger.getLogger(BadInputTest.class);
    private static final String UNTOLD = "without a problem detail ";
    private static final int PHOTOGRAPHS = 20;
    private static final int WARM_UP = 360;
    private static final int IMAGES = 3_600;
    private static final int AT_ONCE = 4;
    private static final long HEAP_GROWTH = 32L << 20;
    private static final int FURTHER_FILES = 16;
    private static final int FURTHER_THREADS = 16;

    private final TestModels models;
    private final ObjectMapper mapper;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TestModel model;

    BadInputTest(TestModels models, ObjectMapper mapper) {
        this.models = models;
        this.mapper = mapper;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    /** What a leak would make grow. */
    private record Footprint(long heap, long files, int threads) {

        static Footprint now() {
            System.gc();
            return new Footprint(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    SYSTEM.getOpenFileDescriptorCount(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
    }

    @Test
    void badImagesAreRefusedWithTheirReasonAndLeaveNothingBehind() throws Exception {
        // Given a service that has seen such images before
        HostileImages hostile = new HostileImages(RealImages.some(PHOTOGRAPHS), 20_261_122);
        sendAll(hostile, WARM_UP);
        Footprint before = Footprint.now();

        // When
        long start = processorTime();
        Map<String, Integer> outcomes = sendAll(hostile, IMAGES);
        LOG.infof(
                "%d images in %d ms of one core: %s",
                IMAGES, Duration.ofNanos(processorTime() - start).toMillis(), outcomes);

        // Then
        assertThat(outcomes.keySet())
                .allMatch(outcome -> outcome.equals("201") || outcome.startsWith("4"))
                .noneMatch(outcome -> outcome.contains(UNTOLD));
        assertThat(outcomes)
                .containsKeys(
                        "201",
                        "400 empty",
                        "415 unknown-type",
                        "422 broken",
                        "422 too-many-pixels",
                        "422 too-many-passes");
        assertNothingIsLeftBehind(before);
        assertThat(good().statusCode()).isEqualTo(201);
        assertEverythingInTheStreamCanBeRead();
    }

    @Test
    void badRequestsAreRefusedWithTheirReason() throws Exception {
        // Given
        assertThat(good().statusCode()).isEqualTo(201);
        Footprint before = Footprint.now();

        // When
        List<String> wrong = wronglyAnswered();

        // Then
        assertThat(wrong).isEmpty();
        assertNothingIsLeftBehind(before);
        assertThat(good().statusCode()).isEqualTo(201);
    }

    private List<String> wronglyAnswered() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Request request : new HostileRequests(model.path(), TestImages.png(4, 1)).all()) {
            String outcome = outcome(send(request));
            if (outcome.startsWith("5")
                    || outcome.contains(UNTOLD)
                    || (request.refused() && !outcome.startsWith("4"))) {
                wrong.add(request.what() + ": " + outcome);
            }
        }
        return wrong;
    }

    private static long processorTime() {
        return SYSTEM.getProcessCpuTime();
    }

    private Map<String, Integer> sendAll(HostileImages hostile, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        Map<String, Integer> outcomes = new TreeMap<>();
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                HostileImage image = hostile.next(i);
                answers.add(threads.submit(() -> outcome(image)));
            }
            for (Future<String> answer : answers) {
                outcomes.merge(answer.get(), 1, Integer::sum);
            }
        } finally {
            threads.shutdownNow();
        }
        return outcomes;
    }

    private String outcome(HostileImage image) throws IOException, InterruptedException {
        String outcome = outcome(send(
                new Request(image.damage(), "POST", model.path() + "?label=cat", "image/png", image.bytes(), false)));
        return image.isGood() && !outcome.equals("201") ? "good, but " + outcome : outcome;
    }

    private HttpResponse<byte[]> good() throws IOException, InterruptedException {
        return send(new Request("good", "POST", model.path() + "?label=cat", "image/png", TestImages.png(7), false));
    }

    private HttpResponse<byte[]> send(Request request) throws IOException, InterruptedException {
        HttpRequest sent = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s".formatted(RestAssured.port, request.path())))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", request.contentType())
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .build();
        return client.send(sent, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Status and, when it is none of success, the problem's name: what is no problem detail has none. */
    private String outcome(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() < 300) {
            return String.valueOf(answer.statusCode());
        }
        JsonNode problem = answer.body().length == 0 ? mapper.nullNode() : mapper.readTree(answer.body());
        boolean told = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && problem.path("status").asInt() == answer.statusCode()
                && problem.hasNonNull("title")
                && problem.hasNonNull("detail");
        String name = problem.path("type").asText("about:blank").replace("urn:hone:problem:", "");
        return answer.statusCode() + " " + (told ? name : UNTOLD + problem);
    }

    private void assertNothingIsLeftBehind(Footprint before) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Footprint after = Footprint.now();
            LOG.infof("before: %s, after: %s", before, after);
            assertThat(after.heap()).as("heap").isLessThan(before.heap() + HEAP_GROWTH);
            assertThat(after.files()).as("files").isLessThan(before.files() + FURTHER_FILES);
            assertThat(after.threads()).as("threads").isLessThan(before.threads() + FURTHER_THREADS);
        });
    }

    /** By whoever trains or evaluates, which has no limit of time. */
    private void assertEverythingInTheStreamCanBeRead() throws Exception {
        ImageDecoder reader = new ImageDecoder(ImageLimits.DEFAULT);
        Map<String, Boolean> read = new HashMap<>();
        for (ImageEntry entry : model.entries()) {
            ImageEntry.Labelled labelled = (ImageEntry.Labelled) entry;
            if (labelled.image().payload() instanceof ImagePayload.Inline inline
                    && read.put(entry.id().value(), true) == null) {
                assertThat(reader.decode(inline.bytes()).rgb()).isNotEmpty();
            }
        }
        assertThat(read).hasSizeGreaterThan(PHOTOGRAPHS);
    }
}
