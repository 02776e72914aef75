package io.hone.evaluator.promotion;

import io.hone.contracts.champion.ChampionMoved;
import io.hone.platform.kafka.EventSender;

/** Tells it on the topic {@code champions}. */
public final class KafkaChampionNews implements ChampionNews {

    private final EventSender events;

    public KafkaChampionNews(EventSender events) {
        this.events = events;
    }

    @Override
    public void tell(ChampionMoved moved) {
        events.send(moved, Aftermath.eventId(moved));
    }
}
