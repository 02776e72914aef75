package io.hone.cli.push.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Separated values (RFC 4180), with a line of headings or, without one, in the order image, label, group, split. */
final class CsvRows implements Rows {

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    private static final List<Column> ORDER = List.of(Column.IMAGE, Column.LABEL, Column.GROUP, Column.SPLIT);

    private final Path file;
    private final MappingIterator<String[]> rows;
    private final List<String> headings;
    private Optional<String[]> first;
    private long number;

    CsvRows(Path file, char separator, Columns columns) throws IOException {
        this.file = file;
        this.rows = MAPPER.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .readValues(Texts.open(file));
        this.first = read();
        this.headings = headings(columns);
    }

    private List<String> headings(Columns columns) {
        List<String> names = Arrays.stream(first.orElse(new String[0]))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.isAmong(Column.IMAGE, names)) {
            return ORDER.stream().map(column -> columns.names(column).get(0)).toList();
        }
        if (!columns.isAmong(Column.LABEL, names)) {
            throw new CommandFailure(
                    "%s has no column for the label; it has: %s".formatted(file, Texts.shown(String.join(", ", names))),
                    "Say which column it is: --column label=NAME");
        }
        first = Optional.empty();
        number = 1;
        return names;
    }

    @Override
    public Optional<Row> next() throws IOException {
        try {
            Optional<String[]> cells = first.isPresent() ? first : read();
            first = Optional.empty();
            number++;
            return cells.map(this::row);
        } catch (JsonProcessingException e) {
            throw new IOException("from row %d on it is no CSV: %s".formatted(number, e.getOriginalMessage()), e);
        }
    }

    private Optional<String[]> read() throws IOException {
        try {
            return rows.hasNextValue() ? Optional.of(rows.nextValue()) : Optional.empty();
        } catch (MalformedInputException e) {
            throw Texts.notUtf8(file, e);
        } catch (RuntimeJsonMappingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Row row(String[] cells) {
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < Math.min(cells.length, headings.size()); column++) {
            if (cells[column] != null) {
                values.putIfAbsent(headings.get(column), cells[column]);
            }
        }
        return Row.of(number, values);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
