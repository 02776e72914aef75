package io.hone.evaluator.promotion;

import io.hone.contracts.Sha256;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A registered model with candidates, in a bucket of its own. */
final class Chain {

    static final ModelName MODEL = new ModelName("colours");

    final InMemoryObjectStore store = new InMemoryObjectStore();
    final ModelRegistry registry = new ModelRegistry(store);
    private final Path torchScript;

    /** Version 1 is the base, and champion. */
    Chain(Path directory) {
        try {
            torchScript = Files.writeString(directory.resolve("model.pt"), "never loaded here");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry.versions().publish(Manifests.draft(MODEL, "registration", torchScript, Optional.empty()));
        append(1, Move.REGISTERED);
    }

    Chain candidates(int... versions) {
        for (int version : versions) {
            candidate(version, Manifests.COLOURS);
        }
        return this;
    }

    Chain candidate(int version, Classes classes) {
        String run = "run-" + version;
        registry.versions()
                .publish(Manifests.draft(
                        MODEL, run, torchScript, classes, Optional.of(Manifests.training(MODEL, run, 9))));
        return this;
    }

    Chain promoted(int... versions) {
        for (int version : versions) {
            append(version, Move.PROMOTED);
        }
        return this;
    }

    ChampionEntry append(int version, Move move) {
        Optional<ChampionEntry> head = registry.champions().head(MODEL);
        long sequence = head.map(ChampionEntry::sequence).orElse(0L) + 1;
        ChampionEntry entry = new ChampionEntry(
                MODEL,
                sequence,
                version,
                head.map(ChampionEntry::version),
                Manifests.NOW,
                move,
                "evaluator",
                "better",
                "somebody-" + sequence);
        registry.champions().append(entry);
        return entry;
    }

    /** Compared with the champion on 200 images, and not decided: the one finding is open. */
    Chain awaiting(String rule, int version) {
        ChampionEntry head = registry.champion(MODEL);
        Verdict verdict = new Verdict(
                MODEL,
                version,
                Manifests.NOW,
                head.version(),
                Outcome.INCONCLUSIVE,
                List.of(
                        new Finding("minimum-gain", 5, 0.5, true, "gains 5 points"),
                        new Finding(rule, 0, 1, false, "waits")));
        registry.evaluations()
                .postpone(new Evaluation(
                        verdict,
                        head.sequence(),
                        new HoldOutSnapshot(700, 200, Sha256.of("images")),
                        new Measurement(head.version(), 200, 160, 0.5),
                        new Measurement(version, 200, 170, 0.5),
                        new PairedOutcomes(160, 0, 10, 30),
                        Optional.empty()));
        return this;
    }

    List<Integer> versions() {
        return registry.champions().history(MODEL).stream()
                .map(ChampionEntry::version)
                .toList();
    }
}
