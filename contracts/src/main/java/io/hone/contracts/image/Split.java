package io.hone.contracts.image;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an image is for: to be trained on, or never to be trained on, so that versions can be compared on it. */
public enum Split {
    TRAINING("training"),
    HOLD_OUT("hold-out");

    private final String wireName;

    Split(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    @JsonCreator
    public static Split fromWireName(String name) {
        return Arrays.stream(values())
                .filter(split -> split.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("split is '%s', must be one of %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(Split::wireName).collect(Collectors.joining(", ")))));
    }
}
