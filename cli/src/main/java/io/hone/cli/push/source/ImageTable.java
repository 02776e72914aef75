package io.hone.cli.push.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with a row for each image.
 *
 * @param root what the paths in it are relative to; no image outside it is read
 * @param split of all its images, where the rows do not say
 */
record ImageTable(Path file, Path root, Optional<String> split) {

    Rows open(Columns columns) throws IOException {
        String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return new JsonRows(file);
        } else if (name.endsWith(".tsv")) {
            return new CsvRows(file, '\t', columns);
        } else if (name.endsWith(".csv")) {
            return new CsvRows(file, separator(), columns);
        }
        return new PlainRows(file, columns);
    }

    /** Spreadsheets of many countries write semicolons. */
    private char separator() {
        String first = Texts.firstLine(file);
        return first.contains(";") && !first.contains(",") ? ';' : ',';
    }
}
