package io.hone.cli.register;

import io.hone.cli.http.Answer;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.service.Evaluator;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "register",
        description = "Registers a base model: a TorchScript file becomes version 1 and the first champion.",
        footer = {"", "The same registration again does no harm; another one under the same name is refused."})
public final class RegisterCommand implements Callable<Integer> {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    private final Terminal terminal;
    private final Installation installation;

    @Parameters(paramLabel = "NAME", description = "Lower-case letters, digits, - and _; at most 64.")
    private String name;

    @Option(
            names = "--torchscript",
            required = true,
            paramLabel = "FILE",
            description = "A scripted classifier, as torch.jit.save writes it.")
    private Path torchScript;

    @Option(
            names = "--classes",
            required = true,
            paramLabel = "FILE",
            description = "One class a line, in the order of the network's outputs.")
    private Path classes;

    @Option(
            names = "--hold-out",
            paramLabel = "FRACTION",
            description = "Share of the images never trained on, 0.01 to 0.9. Default: 0.2.")
    private Double holdOut;

    @Mixin
    private PreprocessingOptions preprocessing = new PreprocessingOptions();

    @Mixin
    private BaseOptions base = new BaseOptions();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public RegisterCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Answer answer = send(registration());
        if (!answer.isOk()) {
            throw new CommandFailure(
                    "'%s' was not registered: %s".formatted(name, answer.problem()),
                    "Correct what it names and try again. What is registered already: ./hone status");
        }
        terminal.done("'%s' is registered: version 1 is its champion.".formatted(name));
        OriginReport.print(terminal, answer.json().path("origin"));
        terminal.line("  Next: send it labelled images with ./hone push FOLDER --model %s", name);
        return 0;
    }

    private Registration registration() throws IOException {
        return new Registration(
                name,
                torchScript,
                classes,
                preprocessing.json(),
                Optional.ofNullable(holdOut),
                base.changes(),
                recipe.json());
    }

    private Answer send(Registration registration) throws IOException {
        Evaluator evaluator = new Evaluator(
                services.http(installation, ANSWER_WITHIN),
                services.addresses(installation).evaluator());
        try {
            return evaluator.register(registration.asRequest());
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }
}
