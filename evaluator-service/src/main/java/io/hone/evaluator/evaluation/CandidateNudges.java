package io.hone.evaluator.evaluation;

import io.hone.contracts.Topics;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.kafka.TopicListener;
import io.hone.platform.kafka.TopicListener.Start;

/**
 * Listens on the topic {@code candidates}, only to be quicker than the next sweep: what a record says is not even read,
 * and one that is missed costs time and nothing else.
 */
public final class CandidateNudges implements AutoCloseable {

    private final TopicListener listener;

    public CandidateNudges(KafkaClients kafka, Runnable nudge) {
        this.listener = new TopicListener(kafka, Topics.CANDIDATES, Start.LATEST, records -> nudge.run());
    }

    public void start() {
        listener.start();
    }

    @Override
    public void close() {
        listener.close();
    }
}
