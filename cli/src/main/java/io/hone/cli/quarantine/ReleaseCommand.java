package io.hone.cli.quarantine;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.service.Quarantine;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "release", description = "Puts images back into the stream; their labels are not doubted again.")
final class ReleaseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private QuarantineOptions options = new QuarantineOptions();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "Images, by their ids.")
    private List<String> images;

    @Option(names = "--label", description = "What they really show. Default: the label that was doubted.")
    private String label;

    @Option(names = "--annotator", paramLabel = "NAME", description = "Who says so.")
    private String annotator;

    ReleaseCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Quarantine quarantine = options.quarantine(installation);
        try {
            for (String image : images) {
                String holds = quarantine
                        .release(image, Optional.ofNullable(label), Optional.ofNullable(annotator))
                        .orFail("image %s was not released".formatted(image), QuarantineOptions.NEXT)
                        .json()
                        .path("label")
                        .asText();
                terminal.done("Image %s is in the stream again, as '%s'.".formatted(image, holds));
            }
            return CommandLine.ExitCode.OK;
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }
}
