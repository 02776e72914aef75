package io.hone.trainer.plan;

import io.hone.contracts.Checks;
import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.registry.version.ListedImages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The images of a run, in order, as they lie beside the version that came of it: one a line, {@code id,part,label}, the
 * part being {@code new} or {@code replayed}. The label comes last and unquoted, whatever is in it: labels have no line
 * breaks.
 *
 * @param newImages how many of the first are new
 */
public record ImageList(List<PlannedImage> images, int newImages) {

    private static final String NEW = "new";
    private static final String REPLAYED = "replayed";
    private static final int COLUMNS = 3;

    public ImageList {
        images = List.copyOf(images);
        Checks.within("newImages", newImages, 0, images.size());
    }

    public static ImageList of(RunPlan plan) {
        return new ImageList(plan.images(), plan.dataset().newImages());
    }

    /** @throws IllegalArgumentException if it is not what {@link #csv} wrote */
    public static ImageList read(byte[] csv) {
        String text = new String(csv, StandardCharsets.UTF_8);
        if (!text.startsWith(ListedImages.HEADING)) {
            throw new IllegalArgumentException(
                    "the list of images does not begin with " + ListedImages.HEADING.strip());
        }
        List<String[]> rows = text.substring(ListedImages.HEADING.length())
                .lines()
                .map(ImageList::row)
                .toList();
        return new ImageList(
                rows.stream()
                        .map(row -> new PlannedImage(new ImageId(row[0]), row[COLUMNS - 1]))
                        .toList(),
                (int) rows.stream().filter(row -> row[1].equals(NEW)).count());
    }

    private static String[] row(String line) {
        String[] row = line.split(",", COLUMNS);
        if (row.length != COLUMNS || !(row[1].equals(NEW) || row[1].equals(REPLAYED))) {
            throw new IllegalArgumentException("'%s' is no row of a list of images".formatted(line));
        }
        return row;
    }

    public byte[] csv() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    String digest() {
        return Sha256.of(text());
    }

    private String text() {
        return IntStream.range(0, images.size())
                .mapToObj(i -> "%s,%s,%s\n"
                        .formatted(
                                images.get(i).id(),
                                i < newImages ? NEW : REPLAYED,
                                images.get(i).label()))
                .collect(Collectors.joining("", ListedImages.HEADING, ""));
    }
}
