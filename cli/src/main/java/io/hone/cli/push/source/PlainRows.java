package io.hone.cli.push.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Lines of image and label, as Caffe reads them: the label is what stands behind the last white space. */
final class PlainRows implements Rows {

    private final Lines lines;
    private final Columns columns;

    PlainRows(Path file, Columns columns) throws IOException {
        this.lines = new Lines(file);
        this.columns = columns;
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        return line.map(text -> row(text.strip()));
    }

    private Row row(String line) {
        int gap = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        if (line.length() > Lines.MOST) {
            return Row.broken(lines.number(), "its line has more than %d characters".formatted(Lines.MOST));
        } else if (gap < 0) {
            return Row.broken(lines.number(), "its line must hold an image and, behind white space, its label");
        }
        return Row.of(
                lines.number(),
                Map.of(
                        columns.names(Column.IMAGE).get(0),
                        line.substring(0, gap).strip(),
                        columns.names(Column.LABEL).get(0),
                        line.substring(gap + 1)));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
