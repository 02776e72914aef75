package io.hone.bench.service;

import io.hone.bench.cifar.Cifar;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelSettings;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.S3ObjectStore;
import io.hone.registry.version.VersionDraft;
import io.minio.MinioClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the ingest service wants to know of a model; nobody trains it here. */
final class RegisteredModel {

    private RegisteredModel() {}

    static void register(MinioClient client, Path work) throws IOException {
        ModelRegistry registry = new ModelRegistry(new S3ObjectStore(client, ObjectKeys.MODELS));
        registry.claim(new ModelSettings(Surroundings.MODEL, 0.2, Instant.now()));
        Path file = Files.writeString(work.resolve("model.pt"), "no network");
        int version = registry.versions()
                .publish(VersionDraft.base(
                        Surroundings.MODEL,
                        "bench",
                        Instant.now(),
                        file,
                        Cifar.CLASSES,
                        Cifar.PREPROCESSING,
                        "engine=PyTorch",
                        Map.of()))
                .version();
        registry.champions()
                .append(new ChampionEntry(
                        Surroundings.MODEL,
                        1,
                        version,
                        Optional.empty(),
                        Instant.now(),
                        Move.REGISTERED,
                        "bench",
                        "registered",
                        "bench"));
    }
}
