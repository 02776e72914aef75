package io.hone.evaluator.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.champion.Move;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.drift.probation.ProbationSettings;
import io.hone.images.Pixels;
import io.hone.registry.champion.ChampionEntry;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Images of one colour each, champions, and settings, as the tests of this package need them. */
final class Labels {

    static final ModelName MODEL = new ModelName("colours");
    static final DriftSettings SETTINGS =
            new DriftSettings(100, 50, 0.05, OptionalDouble.empty(), new ProbationSettings(60, 3, 0.05, 0.1));

    /** Enough for everything. */
    static final LabelMemory MEMORY = new LabelMemory(Long.MAX_VALUE);

    private Labels() {}

    /** Red, green, blue in turn; the label says which unless told otherwise. */
    static Arrival arrival(int number, long offset) {
        return arrival(number, offset, Manifests.COLOURS.label(number % 3));
    }

    static Arrival arrival(int number, long offset, String label) {
        return new Arrival(image(id(number), label, offset, Optional.empty()), pixels(number));
    }

    static ImageId id(int number) {
        return ImageId.of(("image " + number).getBytes(UTF_8));
    }

    static Pixels pixels(int number) {
        byte[] rgb = new byte[Pixels.CHANNELS * Manifests.SIZE * Manifests.SIZE];
        for (int i = number % 3; i < rgb.length; i += Pixels.CHANNELS) {
            rgb[i] = (byte) 200;
        }
        return new Pixels(Manifests.SIZE, Manifests.SIZE, rgb);
    }

    static ChampionEntry entry(long sequence, int version, Optional<Integer> previous, Move move) {
        return new ChampionEntry(
                MODEL, sequence, version, previous, Manifests.NOW, move, "test", "because", "test-" + sequence);
    }

    static Reign base() {
        return new Reign(entry(1, 1, Optional.empty(), Move.REGISTERED), Manifests.base(MODEL), 0);
    }

    static Reign promoted(long sequence, int version, int previous, long trainedUpTo) {
        return new Reign(
                entry(sequence, version, Optional.of(previous), Move.PROMOTED),
                Manifests.candidate(MODEL, version, trainedUpTo),
                trainedUpTo);
    }

    static Answer answer(long offset, boolean right, Reign by) {
        return answer(offset, right ? Answer.Result.RIGHT : Answer.Result.WRONG, by, Optional.empty());
    }

    static Answer answer(long offset, Answer.Result result, Reign by, Optional<Boolean> previousRight) {
        return answer(offset, result, by, previousRight, Optional.empty());
    }

    static Answer answer(
            long offset, Answer.Result result, Reign by, Optional<Boolean> previousRight, Optional<String> group) {
        return new Answer(
                image(id((int) offset), "red", offset, group),
                result,
                Optional.of(by),
                Optional.empty(),
                previousRight);
    }

    private static StoredImage image(ImageId id, String label, long offset, Optional<String> group) {
        return new StoredImage(
                id, label, offset, new LabelOrigin(group, Optional.empty(), "test", Manifests.NOW, false));
    }

    static List<String> rules(DriftState state) {
        return state.drifts().stream()
                .map(DriftDetected::finding)
                .map(finding -> finding.rule())
                .toList();
    }
}
