package io.hone.evaluator.policy;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.gate.Evidence;
import io.hone.evaluator.gate.EvidenceBuilder;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.gate.Past;
import io.hone.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A model with candidates that were judged under some policy, each against version 1. */
public final class PastEvaluations {

    private final ModelRegistry registry;
    private final ModelName model;
    private final Path torchScript;
    private int minutes;

    public PastEvaluations(ModelRegistry registry, ModelName model, Path directory) throws IOException {
        this.registry = registry;
        this.model = model;
        this.torchScript = Files.writeString(directory.resolve("model.pt"), "never loaded here");
    }

    /** Publishes the next version. */
    public int publish() {
        int version = registry.versions().numbers(model).size() + 1;
        return registry.versions()
                .publish(Manifests.draft(
                        model,
                        "run-" + version,
                        torchScript,
                        version == 1 ? Optional.empty() : Optional.of(Manifests.training(model, "run-" + version, 9))))
                .version();
    }

    /** Judges a version and writes down what came of it. */
    public Verdict judge(int version, Policy policy, int both, int broken, int mended, int neither) {
        EvidenceBuilder built = new EvidenceBuilder().candidate(version).known("red", both, broken, mended, neither);
        Evidence evidence = new Evidence(model, Manifests.COLOURS, Manifests.COLOURS, built.paired(), built.report());
        Past past = Past.of(registry.evaluations().all(model), version, policy.alpha());
        minutes++;
        Verdict verdict = new Gate(policy).judge(evidence, past, Manifests.NOW.plusSeconds(60L * minutes));
        write(evaluation(verdict, built.paired(), Optional.of(built.report())));
        return verdict;
    }

    /** A person decides on the numbers of the last look. */
    void decided(int version, Outcome outcome) {
        Evaluation last = registry.evaluations().latest(model, version).orElseThrow();
        minutes++;
        write(last.withVerdict(new Verdict(
                model,
                version,
                Manifests.NOW.plusSeconds(60L * minutes),
                1,
                outcome,
                last.verdict().findings())));
    }

    /** As the first writers did, without a report. */
    void withoutReport(int version, Outcome outcome) {
        minutes++;
        write(evaluation(
                new Verdict(model, version, Manifests.NOW.plusSeconds(60L * minutes), 1, outcome, List.of()),
                new PairedOutcomes(500, 100, 200, 200),
                Optional.empty()));
    }

    private Evaluation evaluation(Verdict verdict, PairedOutcomes paired, Optional<Report> report) {
        int images = paired.images();
        return new Evaluation(
                verdict,
                1,
                new HoldOutSnapshot(minutes, images, Sha256.of("images")),
                new Measurement(1, images, paired.championCorrect(), 1),
                new Measurement(verdict.version(), images, paired.candidateCorrect(), 1),
                paired,
                report);
    }

    private void write(Evaluation evaluation) {
        if (evaluation.verdict().outcome() == Outcome.INCONCLUSIVE) {
            registry.evaluations().postpone(evaluation);
        } else {
            registry.evaluations().conclude(evaluation);
            registry.evaluations().settle(evaluation.verdict());
        }
    }
}
