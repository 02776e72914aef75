package io.hone.cli.key;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.service.Key;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = "Makes a key and prints it, once: it is kept nowhere.",
        footer = {
            "",
            "A labeller may do what a viewer may, and an operator what a labeller may. The key alone goes to standard"
                    + " output, so that it can be captured."
        })
final class CreateCommand implements Callable<Integer> {

    private static final String ALL = "*";

    private final Terminal terminal;
    private final Installation installation;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "viewer, labeller or operator.")
    private String role;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "For this model; may be given several times. Default: for all, those to come included.")
    private List<String> models = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Whose key it is, as logs and histories tell it. Default: the role.")
    private String name;

    @Mixin
    private KeyOptions options = new KeyOptions();

    CreateCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try {
            Key key = options.keys(installation)
                    .create(name == null ? role : name, grants())
                    .orFail("no key was made", KeyOptions.NEXT)
                    .read(Key.class);
            terminal.line("%s", key.key());
            terminal.note("Key %s for '%s': %s. Send it as 'Authorization: Bearer <key>', or put it into HONE_KEY."
                    .formatted(key.id(), key.name(), String.join(", ", key.grants())));
            return CommandLine.ExitCode.OK;
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }

    private List<String> grants() {
        List<String> of = models.isEmpty() ? List.of(ALL) : models;
        return of.stream().map(model -> role + ":" + model).toList();
    }
}
