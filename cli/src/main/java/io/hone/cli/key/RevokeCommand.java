package io.hone.cli.key;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.service.Key;
import io.hone.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Makes a key open nothing any more, within some seconds.")
final class RevokeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Parameters(index = "0", paramLabel = "ID", description = "The key's id, as ./hone key list tells it.")
    private String id;

    @Mixin
    private KeyOptions options = new KeyOptions();

    RevokeCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try {
            Key key = options.keys(installation)
                    .revoke(id)
                    .orFail("the key was not revoked", "See with ./hone key list which there are.")
                    .read(Key.class);
            terminal.done("Key %s of '%s' opens nothing any more.".formatted(key.id(), key.name()));
            return CommandLine.ExitCode.OK;
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }
}
