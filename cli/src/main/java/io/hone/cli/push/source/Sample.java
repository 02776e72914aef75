package io.hone.cli.push.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of one sample, gathered until the next one begins: an image, and who says what it shows. */
final class Sample {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> IMAGES = Set.of("jpg", "jpeg", "png", "webp", "bmp", "gif");
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_MEMBERS = 1000;

    private final Shard shard;
    private final String key;
    private final Set<String> suffixes = new HashSet<>();
    private String problem = "";
    private String imageName = "";
    private byte[] image = {};
    private String label = "";
    private Map<String, String> json = Map.of();

    /**
     * The tar that it is in.
     *
     * @param state what would be another if the tar were
     */
    record Shard(String name, String state) {

        static Shard of(Path file) throws IOException {
            return new Shard(
                    file.getFileName().toString(),
                    Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
        }
    }

    Sample(Shard shard, String key) {
        this.shard = shard;
        this.key = key;
    }

    String key() {
        return key;
    }

    /** @param size as the tar tells it */
    void add(String suffix, String name, long size, InputStream content) throws IOException {
        if (suffixes.size() == MOST_MEMBERS) {
            fail("it has more than %d members".formatted(MOST_MEMBERS));
        } else if (!suffixes.add(suffix)) {
            fail("it has two members of the same suffix (.%s)".formatted(Texts.shown(suffix)));
        } else if (IMAGES.contains(suffix)) {
            addImage(name, size, content);
        } else if (suffix.equals("cls")) {
            label = text(size, content).strip();
        } else if (suffix.equals("json")) {
            addJson(text(size, content));
        }
    }

    private void addImage(String name, long size, InputStream content) throws IOException {
        if (!imageName.isEmpty()) {
            fail("it has two images");
            return;
        }
        imageName = name;
        if (size > Content.MOST_BYTES || size == 0) {
            fail(
                    size == 0
                            ? "it is empty"
                            : "it has more than the %d bytes that are read of an image".formatted(Content.MOST_BYTES));
            return;
        }
        image = content.readNBytes(Content.MOST_BYTES);
    }

    private String text(long size, InputStream content) throws IOException {
        if (size > MOST_TEXT) {
            fail("what says its label has more than the %d bytes that are read".formatted(MOST_TEXT));
            return "";
        }
        return new String(content.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
    }

    private void addJson(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            json = Row.scalars(node);
        } catch (IOException e) {
            fail("its .json is no JSON");
        }
    }

    /** The first reason is kept: what follows may only follow from it. */
    private void fail(String reason) {
        problem = problem.isEmpty() ? reason : problem;
    }

    Entry entry(Columns columns, ClassList classes) {
        String name = shard.name() + ":" + (imageName.isEmpty() ? key : imageName);
        try {
            if (!problem.isEmpty()) {
                throw new UnusableException(problem);
            } else if (imageName.isEmpty()) {
                throw new UnusableException("the sample has no image (.jpg, .png, .webp, .bmp, .gif)");
            }
            Row row = new Row(0, json, Optional.empty());
            Labelling labelling = columns.labelling(row, label, classes);
            return new Entry.Image(name, shard.state() + " " + image.length, labelling, Content.of(image));
        } catch (UnusableException e) {
            return new Entry.Unusable(name, e.getMessage());
        }
    }
}
