package io.hone.cli.up;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where to listen. */
public final class PortOptions {

    private static final int HIGHEST = 65535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--kafka-port", paramLabel = "N", description = "The Kafka broker's port. Default: 9092.")
    private Integer kafka;

    @Option(names = "--s3-port", paramLabel = "N", description = "The S3 endpoint's port. Default: 9000.")
    private Integer s3;

    @Option(names = "--ingest-port", paramLabel = "N", description = "The ingest service's port. Default: 8081.")
    private Integer ingest;

    @Option(names = "--trainer-port", paramLabel = "N", description = "The trainer's port. Default: 8082.")
    private Integer trainer;

    @Option(names = "--evaluator-port", paramLabel = "N", description = "The evaluator's port. Default: 8083.")
    private Integer evaluator;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Five ports in a row from N on, in the order above; 0 for any free ones.")
    private Integer base;

    public StackPorts ports() {
        StackPorts otherwise = otherwise();
        return new StackPorts(
                port("--kafka-port", kafka, otherwise.kafka()),
                port("--s3-port", s3, otherwise.s3()),
                port("--ingest-port", ingest, otherwise.ingest()),
                port("--trainer-port", trainer, otherwise.trainer()),
                port("--evaluator-port", evaluator, otherwise.evaluator()));
    }

    private StackPorts otherwise() {
        if (base == null) {
            return StackPorts.USUAL;
        }
        return base == 0 ? StackPorts.anyFree() : StackPorts.from(checked("--port-base", base, HIGHEST - 4));
    }

    private int port(String option, Integer chosen, int otherwise) {
        return Optional.ofNullable(chosen)
                .map(port -> checked(option, port, HIGHEST))
                .orElse(otherwise);
    }

    private int checked(String option, int port, int highest) {
        if (port < 1 || port > highest) {
            throw new ParameterException(
                    command.commandLine(), "%s is %d, must be between 1 and %d".formatted(option, port, highest));
        }
        return port;
    }
}
