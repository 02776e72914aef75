package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.platform.kafka.EventSender;

/** Tells verdicts on the topic {@code verdicts}. */
public final class KafkaVerdicts implements Verdicts {

    private final EventSender events;

    public KafkaVerdicts(EventSender events) {
        this.events = events;
    }

    @Override
    public void tell(Verdict verdict, Evaluation evaluation) {
        events.send(verdict, eventId(verdict, evaluation));
    }

    /** One for the final verdict, and one for each snapshot that was not enough. */
    static String eventId(Verdict verdict, Evaluation evaluation) {
        String id = verdict.model() + "-" + verdict.version();
        return verdict.outcome() == Outcome.INCONCLUSIVE
                ? id + "-at-" + evaluation.holdOut().nextOffset()
                : id;
    }
}
