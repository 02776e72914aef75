package io.hone.cli.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.service.Recipe;
import io.hone.cli.service.Recipe.KeyInForce;
import io.hone.cli.service.Trainer;
import io.hone.cli.terminal.Style;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import io.hone.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recipe",
        description = "Shows how a model's next run trains, and changes it.",
        footer = {"", "docs/configuration.md explains every key. A change holds from the next run on."})
public final class RecipeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Parameters(paramLabel = "MODEL", description = "The model's name.")
    private String model;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Set this for the model; may be given several times.")
    private List<String> set = List.of();

    @Option(
            names = "--unset",
            paramLabel = "KEY",
            description = "Leave this to the trainer's configuration again; may be given several times.")
    private List<String> unset = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history of the recipe.")
    private String reason = "changed with ./hone recipe";

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public RecipeCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Trainer trainer = new Trainer(
                services.http(installation, Duration.ofSeconds(20)),
                services.addresses(installation).trainer());
        try {
            Recipe before = trainer.recipe(model);
            boolean changing = !set.isEmpty() || !unset.isEmpty();
            Recipe recipe = changing ? change(trainer, before) : before;
            print(recipe);
            if (changing) {
                terminal.done("The next run of '%s' follows it.".formatted(model));
            }
            return recipe.contradiction() == null ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }

    private Recipe change(Trainer trainer, Recipe before) throws ServiceAwayException {
        Settings settings = Settings.of(before.settings()).without(unset).with("--set", set);
        return trainer.changeRecipe(model, settings.json().getBytes(UTF_8), before.sequence(), reason);
    }

    private void print(Recipe recipe) {
        Table table = new Table("key", "value", "from");
        for (KeyInForce key : recipe.keys()) {
            Style style = key.isDefault() ? Style.PLAIN : Style.BOLD;
            table.row(Cell.of(key.key(), style), Cell.of(key.text(), style), Cell.of(key.from(), style));
        }
        table.print(terminal);
        if (recipe.contradiction() != null) {
            terminal.bad("No run can follow it: " + recipe.contradiction());
        }
    }
}
