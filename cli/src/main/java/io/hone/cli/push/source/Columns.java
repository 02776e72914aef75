package io.hone.cli.push.source;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column is for what: as somebody has chosen, else by the names that are common. */
public final class Columns {

    private final Map<Column, String> chosen;

    public Columns(Map<Column, String> chosen) {
        this.chosen = new EnumMap<>(Column.class);
        chosen.forEach((column, name) -> this.chosen.put(column, name.toLowerCase(Locale.ROOT)));
    }

    public static Columns usual() {
        return new Columns(Map.of());
    }

    /** The names it may have, the first one that is there counts. */
    List<String> names(Column column) {
        return chosen.containsKey(column) ? List.of(chosen.get(column)) : column.names();
    }

    boolean isAmong(Column column, Collection<String> names) {
        return names(column).stream().anyMatch(names::contains);
    }

    /** Empty where the row says nothing. */
    Optional<String> value(Row row, Column column) {
        return names(column).stream()
                .filter(name -> row.values().containsKey(name))
                .findFirst()
                .map(name -> row.values().get(name))
                .filter(value -> !value.isBlank());
    }

    /**
     * @param otherwise the label where the row says none
     * @throws UnusableException if there is no label, or the split is none
     */
    Labelling labelling(Row row, String otherwise, ClassList classes) throws UnusableException {
        return new Labelling(
                classes.label(value(row, Column.LABEL).orElse(otherwise)),
                value(row, Column.GROUP),
                value(row, Column.ANNOTATOR),
                Labelling.split(value(row, Column.SPLIT).orElse("")));
    }
}
