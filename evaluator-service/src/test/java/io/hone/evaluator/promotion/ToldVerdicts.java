package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Verdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was told. */
public final class ToldVerdicts implements Verdicts {

    public final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    public final List<String> eventIds = new CopyOnWriteArrayList<>();

    @Override
    public void tell(Verdict verdict, Evaluation evaluation) {
        verdicts.add(verdict);
        eventIds.add(KafkaVerdicts.eventId(verdict, evaluation));
    }
}
