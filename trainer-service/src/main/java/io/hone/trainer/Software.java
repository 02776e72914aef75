package io.hone.trainer;

import io.hone.vision.classifier.Classifiers;
import java.util.Map;

/** Names and versions of what trains, for the manifest: another version may give other weights. */
final class Software {

    private Software() {}

    static Map<String, String> versions(String hone) {
        return Map.of(
                "hone",
                hone,
                "engine",
                Classifiers.engineVersion(),
                "java",
                System.getProperty("java.vm.name") + " " + Runtime.version());
    }
}
