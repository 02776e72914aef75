package io.hone.ingest.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.KafkaClients;
import io.hone.stack.LocalStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskLoopTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final RetryRule RULE =
            new RetryRule(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMinutes(1));
    private static final KafkaClients KAFKA = new KafkaClients(
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers()));

    private final ModelName model =
            new ModelName("m-" + UUID.randomUUID().toString().substring(0, 8));
    private final FakeWorker worker = new FakeWorker(model);
    private final Producer<String, byte[]> producer = KAFKA.producer(Map.of());
    private final SafeSender sender = new SafeSender(producer, Duration.ofSeconds(10));
    private final TaskTopics topics = new TaskTopics(KAFKA);
    private final SetbackTopic setbacks = new SetbackTopic(KAFKA, sender);
    private final TaskMetrics metrics = new TaskMetrics(new SimpleMeterRegistry());
    private final TaskQueue queue = new TaskQueue(topics, sender, metrics);
    private SetbackBook book;
    private TaskLoop loop;

    /** Does what each task of one model says; those that other tests have left are done at once. */
    private static final class FakeWorker implements TaskWorker {

        private final ModelName model;
        private final List<String> attempts = new CopyOnWriteArrayList<>();
        private final List<String> done = new CopyOnWriteArrayList<>();
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

        FakeWorker(ModelName model) {
            this.model = model;
        }

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void work(Task task) throws UnusableTaskException {
            if (task.model().equals(model)) {
                workOwn(task);
            }
        }

        private void workOwn(Task task) throws UnusableTaskException {
            String said = task.detail().asText();
            attempts.add(said);
            if (said.startsWith("unusable")) {
                throw new UnusableTaskException(said);
            }
            if (failures.merge(said, -1, Integer::sum) >= 0) {
                throw new IllegalStateException("fails for now");
            }
            try {
                gates.getOrDefault(said, new CountDownLatch(0)).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("broken off", e);
            }
            done.add(said);
        }
    }

    @BeforeEach
    void start() {
        topics.create();
        startLoop();
    }

    private void startLoop() {
        book = new SetbackBook(setbacks);
        Attempts attempts = new Attempts(List.of(worker), book, RULE, metrics, Clock.systemUTC(), () -> 0);
        loop = new TaskLoop(KAFKA, topics, book, attempts, 2, Clock.systemUTC());
        loop.start();
    }

    @AfterEach
    void stop() {
        worker.gates.values().forEach(CountDownLatch::countDown);
        loop.close();
        producer.close();
    }

    @Test
    void everyTaskIsDone() {
        // When
        List<String> all = IntStream.range(0, 300).mapToObj(i -> "task-" + i).toList();
        queue.add(all.stream().map(said -> task(said, said)).toList());

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).hasSize(300));
        assertThat(worker.done).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void oneThatFailsIsTriedAgainAndHoldsUpNoOther() {
        // Given
        worker.failures.put("fails", 1_000);

        // When
        queue.add(List.of(task("a", "fails"), task("b", "other"), task("c", "another")));

        // Then those behind it are done, also on its own lane
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).containsExactlyInAnyOrder("other", "another"));

        // When what it needs is back
        worker.failures.put("fails", 0);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).contains("fails"));
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).isEmpty());
    }

    @Test
    void oneThatFailsForTooLongIsADeadLetterUntilItIsDone() {
        // Given one whose time is over soon
        worker.failures.put("fails", 1_000);
        Instant received = Instant.now().minus(RULE.giveUpAfter()).plusSeconds(3);

        // When
        queue.add(List.of(task("a", "fails").again(received)));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).hasSize(1).allMatch(Setback::isDead));
        assertThat(listed().get(0).reason()).isEqualTo("fails for now");
        assertThat(listed().get(0).attempts()).isGreaterThan(1);

        // When
        worker.failures.put("fails", 0);
        new Setbacks(setbacks, book, queue, Clock.systemUTC()).retry(listed());

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).isEmpty());
        assertThat(worker.done).containsExactly("fails");
    }

    @Test
    void oneThatCannotBeDoneIsADeadLetterAtOnce() {
        // When
        queue.add(List.of(task("a", "unusable: no label")));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).hasSize(1).allMatch(Setback::isDead));
        assertThat(listed().get(0).reason()).isEqualTo("unusable: no label");
        assertThat(worker.attempts).hasSize(1);
    }

    @Test
    void whatWasToldLaterTakesThePlaceOfWhatFailed() {
        // Given
        worker.failures.put("first label", 1_000);
        queue.add(List.of(task("a", "first label")));
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).hasSize(1));

        // When
        queue.add(List.of(task("a", "second label")));
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).containsExactly("second label"));

        // Then the first is never tried again
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).isEmpty());
        int attempts = worker.attempts.size();
        queue.add(List.of(task("b", "later")));
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).hasSize(2));
        assertThat(worker.attempts).hasSize(attempts + 1);
    }

    @Test
    void whatIsAboutTheSameThingIsDoneInOrder() {
        // When
        List<String> all = IntStream.range(0, 100).mapToObj(i -> "label " + i).toList();
        queue.add(all.stream().map(said -> task("same", said)).toList());

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).containsExactlyElementsOf(all));
    }

    @Test
    void aRestartGoesOnWithWhatIsNotDone() {
        // Given one that is under way, one that waits for its next attempt, and one that is done
        worker.gates.put("slow", new CountDownLatch(1));
        worker.failures.put("waits", 1);
        queue.add(List.of(task("done", "done"), task("slow", "slow"), task("waits", "waits")));
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.attempts).contains("slow"));
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).contains("done", "waits"));

        // When it is broken off
        loop.close();
        assertThat(worker.done).doesNotContain("slow");
        worker.gates.get("slow").countDown();
        startLoop();

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).contains("slow"));
        assertThat(worker.attempts).filteredOn("slow"::equals).hasSizeGreaterThan(1);
    }

    @Test
    void whatWaitsOutlivesARestart() {
        // Given
        worker.failures.put("fails", 1_000);
        queue.add(List.of(task("a", "fails")));
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).hasSize(1));

        // When
        loop.close();
        worker.failures.put("fails", 0);
        startLoop();

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(worker.done).containsExactly("fails"));
        await().atMost(SOON).untilAsserted(() -> assertThat(listed()).isEmpty());
    }

    private Task task(String id, String said) {
        return new Task(model, id, "test", "tool", Instant.now(), JsonNodeFactory.instance.textNode(said));
    }

    private List<Setback> listed() {
        return new Setbacks(setbacks, book, queue, Clock.systemUTC()).list(model, setback -> true, 100);
    }
}
