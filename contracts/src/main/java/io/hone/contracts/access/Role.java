package io.hone.contracts.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may do. Each role may do all that those before it may. */
public enum Role {
    /** Sees models, runs, verdicts, champions and metrics. */
    VIEWER,
    /** Sends images, corrects labels, takes images out. */
    LABELLER,
    /** Starts runs, changes recipes and policies, moves the champion. */
    OPERATOR;

    /** @throws IllegalArgumentException if there is no such role */
    @JsonCreator
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("role is '%s', must be one of %s".formatted(word, words())));
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
