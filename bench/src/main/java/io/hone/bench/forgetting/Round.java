package io.hone.bench.forgetting;

import io.hone.bench.look.Look;
import io.hone.bench.look.Looks;
import io.hone.bench.look.OtherCamera;
import java.util.List;

/** What arrives between two runs: some of the classes, all seen in one way. */
record Round(String lookName, Look look, List<String> classes) {

    Round {
        classes = List.copyOf(classes);
    }

    /** Ten of them, after a base that knows the first five classes; the other five enter one by one. */
    static List<Round> all(long seed) {
        return List.of(
                new Round(
                        "another camera",
                        new OtherCamera(seed),
                        List.of("airplane", "automobile", "bird", "cat", "deer")),
                new Round("dusk", Looks.dusk(), List.of("airplane", "automobile", "dog")),
                new Round("fog", Looks.fog(), List.of("bird", "cat", "dog")),
                new Round("grey", Looks.grey(), List.of("deer", "dog", "frog")),
                new Round("negative", Looks.negative(), List.of("airplane", "bird", "frog")),
                new Round("blurred", Looks.blurred(), List.of("automobile", "frog", "horse")),
                new Round("red for blue", Looks.swappedColours(), List.of("cat", "deer", "horse")),
                new Round("upside down", Looks.upsideDown(), List.of("dog", "horse", "ship")),
                new Round("few shades", Looks.poster(), List.of("airplane", "ship", "truck")),
                new Round("grey negative", Looks.grey().then(Looks.negative()), List.of("bird", "frog", "truck")));
    }
}
