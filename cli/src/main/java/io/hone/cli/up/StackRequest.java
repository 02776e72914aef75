package io.hone.cli.up;

import io.hone.cli.place.DataFolder;
import io.hone.cli.place.Installation;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is to be started, and where.
 *
 * @param settings for the services' environment, beside what every stack sets
 * @param preparation of the data folder, once nobody else uses it and before anything is started
 */
public record StackRequest(
        Installation installation,
        DataFolder data,
        StackPorts ports,
        Map<String, String> settings,
        Consumer<DataFolder> preparation) {

    public StackRequest {
        settings = Map.copyOf(settings);
    }
}
