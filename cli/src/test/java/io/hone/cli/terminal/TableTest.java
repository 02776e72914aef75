package io.hone.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.terminal.Table.Cell;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandFlushRight() {
        // Given
        Captured captured = Captured.plain();
        Table table = new Table("class", "training")
                .row(Cell.of("cat"), Cell.number(7))
                .row(Cell.of("automobile"), Cell.number(12_345));

        // When
        table.print(captured.terminal());

        // Then
        assertThat(captured.out().lines())
                .containsExactly("  class       training", "  cat                7", "  automobile    12,345");
    }

    @Test
    void coloursDoNotCountAsWidth() {
        // Given
        Captured captured = new Captured(new Capabilities(true, true, true, 80));
        Table table = new Table("a", "b").row(Cell.of("long one", Style.GOOD), Cell.of("x"));

        // When
        table.print(captured.terminal());

        // Then
        assertThat(captured.out()).contains("\u001b[32mlong one\u001b[0m  x").contains("\u001b[2ma\u001b[0m         ");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        // Given
        Table table = new Table("a", "b");

        // When, Then
        assertThatThrownBy(() -> table.row(Cell.of("alone")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row has 1 cells, the table 2 columns");
    }
}
