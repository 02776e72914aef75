package io.hone.bench.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A scenario's result for machines: its name, then {@code key=number}, or {@code key=none} where there is none. */
public final class LastLine {

    private final String scenario;
    private final Map<String, String> values = new LinkedHashMap<>();

    public LastLine(String scenario) {
        this.scenario = scenario;
    }

    /** @param value NaN or infinite for none */
    public LastLine with(String key, double value, int decimals) {
        values.put(key, Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "none");
        return this;
    }

    @Override
    public String toString() {
        return scenario
                + values.entrySet().stream()
                        .map(value -> " %s=%s".formatted(value.getKey(), value.getValue()))
                        .collect(Collectors.joining());
    }
}
