package io.hone.evaluator.promotion;

import io.hone.contracts.event.EventRecords;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells verdicts on the topic {@code verdicts}. */
public final class KafkaVerdicts implements Verdicts {

    private static final URI SOURCE = URI.create("/evaluator");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Producer<String, byte[]> producer;

    public KafkaVerdicts(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void tell(Verdict verdict, Evaluation evaluation) {
        ProducerRecord<String, byte[]> told = EventRecords.write(verdict, SOURCE, eventId(verdict, evaluation));
        try {
            producer.send(told).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UntoldVerdictException(verdict, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new UntoldVerdictException(verdict, e);
        }
    }

    /** One for the final verdict, and one for each snapshot that was not enough. */
    static String eventId(Verdict verdict, Evaluation evaluation) {
        String id = verdict.model() + "-" + verdict.version();
        return verdict.outcome() == Outcome.INCONCLUSIVE
                ? id + "-at-" + evaluation.holdOut().nextOffset()
                : id;
    }
}
