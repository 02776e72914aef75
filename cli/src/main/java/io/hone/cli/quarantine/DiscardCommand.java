package io.hone.cli.quarantine;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.service.Quarantine;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "discard", description = "Takes images out of the quarantine and nowhere back.")
final class DiscardCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private QuarantineOptions options = new QuarantineOptions();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "Images, by their ids.")
    private List<String> images;

    DiscardCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Quarantine quarantine = options.quarantine(installation);
        try {
            for (String image : images) {
                var unused = quarantine
                        .discard(image)
                        .orFail("image %s was not discarded".formatted(image), QuarantineOptions.NEXT);
                terminal.done("Image %s is gone.".formatted(image));
            }
            return CommandLine.ExitCode.OK;
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }
}
