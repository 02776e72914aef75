package io.hone.cli.key;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.service.Key;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Tells of all keys that were ever given, and when each was last used.")
final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private KeyOptions options = new KeyOptions();

    ListCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try {
            List<Key> keys = options.keys(installation)
                    .all()
                    .orFail("the keys are not told", KeyOptions.NEXT)
                    .readList(Key.class);
            print(keys);
            return CommandLine.ExitCode.OK;
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }

    private void print(List<Key> keys) {
        if (keys.isEmpty()) {
            terminal.line("  None yet. Make one: ./hone key create --role labeller --model MODEL --name NAME");
            return;
        }
        Table table = new Table("id", "name", "may", "made", "by", "last used", "revoked");
        keys.forEach(key -> table.row(
                Cell.of(key.id()),
                Cell.of(key.name()),
                Cell.of(String.join(", ", key.grants())),
                Cell.of(key.createdAt()),
                Cell.of(key.createdBy()),
                Cell.of(Optional.ofNullable(key.lastUsedAt()).orElse("never")),
                Cell.of(Optional.ofNullable(key.revokedAt())
                        .map(at -> at + " by " + key.revokedBy())
                        .orElse(""))));
        table.print(terminal);
    }
}
