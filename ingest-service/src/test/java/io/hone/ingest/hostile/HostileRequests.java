package io.hone.ingest.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is sent around an image that is good, or in its place. */
final class HostileRequests {

    private static final List<String> NAMES = List.of(
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "/etc/passwd",
            "C:\\boot.ini",
            "a.png\\0.exe",
            "%2e%2e%2fetc%2fpasswd",
            "....//....//x",
            "\u202Egnp.exe",
            "CON",
            ".",
            "",
            "x".repeat(5_000) + ".png",
            "a;b=c.png",
            "a.png\\\"; name=\\\"label");

    private static final List<String> LABELS = List.of(
            "",
            " ",
            "cat\u0000",
            "cat\r\nX-Injected: 1",
            "\u0007",
            "\u001B[2J",
            "\u202Etac",
            "c\u200Bat",
            "\uFEFFcat",
            "cat ",
            "cat\u2028",
            "😀".repeat(100) + "x",
            "x😀".repeat(100),
            "x".repeat(201),
            "x".repeat(3_000),
            "../../etc/passwd\u0000",
            "\t",
            "\uFFFF");

    private final String images;
    private final byte[] good;
    private final List<Request> requests = new ArrayList<>();

    /**
     * @param what for messages
     * @param refused whether it must be, for the answer may also be success
     */
    record Request(String what, String method, String path, String contentType, byte[] body, boolean refused) {}

    /** @param images the path of a model's images */
    HostileRequests(String images, byte[] good) {
        this.images = images;
        this.good = good;
    }

    List<Request> all() {
        NAMES.forEach(this::fileNames);
        LABELS.forEach(this::labels);
        forms();
        batches();
        paths();
        return requests;
    }

    private void fileNames(String name) {
        byte[] form = new Multipart()
                .text("label", "cat")
                .text("split", "training")
                .file("image", name, good)
                .end();
        add("file name " + name, images, Multipart.CONTENT_TYPE, form, false);
    }

    private void labels(String label) {
        add("label in a query", images + "?label=" + encoded(label), "image/png", good, true);
        add("annotator", images + "?label=cat&annotator=" + encoded(label), "image/png", good, !label.isEmpty());
        byte[] form = new Multipart()
                .text("label", label)
                .file("image", "a.png", good)
                .end();
        add("label in a form", images, Multipart.CONTENT_TYPE, form, true);
    }

    private void forms() {
        String form = Multipart.CONTENT_TYPE;
        add("no boundary", images, "multipart/form-data", good, true);
        add("another boundary", images, "multipart/form-data; boundary=other", whole(1).end(), true);
        add("no part", images, form, new Multipart().end(), true);
        add("no end", images, form, whole(1).unfinished(), false);
        add("nothing", images, form, new byte[0], true);
        add("noise", images, form, good, true);
        add("label twice", images, form, whole(1).text("label", "dog").end(), true);
        add("two images", images, form, whole(2).end(), true);
        add("ten thousand parts", images, form, whole(10_000).end(), true);
        add("ten thousand texts", images, form, texts(10_000).end(), true);
        add("image as text", images, form, whole(0).text("image", "text").end(), true);
        add(
                "no name",
                images,
                form,
                whole(1).part("form-data", "text/plain", good).end(),
                false);
        add(
                "no form data",
                images,
                form,
                whole(1).part("attachment; x=\"", "x", good).end(),
                false);
        add(
                "long text",
                images,
                form,
                whole(1).text("group", "x".repeat(3 << 20)).end(),
                true);
        add(
                "longer text",
                images,
                form,
                whole(1).text("group", "x".repeat(5 << 20)).end(),
                true);
        add(
                "longer file",
                images,
                form,
                whole(1).file("group", "g", new byte[5 << 20]).end(),
                true);
        add(
                "longer than any image",
                images,
                form,
                new Multipart()
                        .text("label", "cat")
                        .file("image", "a", new byte[17 << 20])
                        .end(),
                true);
    }

    private void batches() {
        String batch = images + "/batch";
        for (String metadata : List.of(
                "",
                "null",
                "[",
                "[null]",
                "{}",
                "{\"label\":\"cat\"}",
                "[[[[{}]]]]",
                "[{\"label\":{\"label\":\"cat\"}}]",
                "[{\"label\":[\"cat\"]}]",
                "[{\"label\":\"cat\"}",
                "[{\"label\":\"cat\"},{\"label\":\"cat\"}]",
                "[{\"label\":\"cat\"}x",
                "[1]",
                "[".repeat(5_000),
                "[{\"label\":" + "[".repeat(5_000),
                "[" + "{},".repeat(100_000) + "{}]",
                "\"" + "😀".repeat(200))) {
            byte[] form = new Multipart()
                    .json("metadata", metadata)
                    .file("image", "a.png", good)
                    .end();
            add("metadata " + metadata.length(), batch, Multipart.CONTENT_TYPE, form, true);
        }
        for (String label : List.of("\\ud800", "\\udc00\\ud800", "\\u0000", "x\\ud83d", "\\u202e")) {
            byte[] form = new Multipart()
                    .json("metadata", "[{\"label\":\"%s\"}]".formatted(label))
                    .file("image", "a.png", good)
                    .end();
            add("batch of label " + label, batch, Multipart.CONTENT_TYPE, form, false);
        }
        add(
                "a batch of ten thousand",
                batch,
                Multipart.CONTENT_TYPE,
                whole(10_000).end(),
                true);
    }

    private void paths() {
        for (String path : List.of(
                "/v1/models/..%2f..%2fetc/images",
                "/v1/models/%00/images",
                "/v1/models/PLANTS/images",
                "/v1/models/a%0d%0ab/images",
                "/v1/models/" + "x".repeat(3_000) + "/images",
                "/v1/models/%F0%9F%98%80/images",
                images + "/../../../etc/passwd")) {
            add("path " + path, path + "?label=cat", "image/png", good, true);
        }
        for (String id : List.of("..%2f..%2fetc%2fpasswd", "%00", "A".repeat(64), "a".repeat(63), "x".repeat(3_000))) {
            requests.add(new Request("removal of " + id, "DELETE", images + "/" + id, "image/png", new byte[0], true));
        }
    }

    private Multipart whole(int images) {
        Multipart form = new Multipart().text("label", "cat");
        for (int i = 0; i < images; i++) {
            form.file("image", i + ".png", good);
        }
        return form;
    }

    private Multipart texts(int count) {
        Multipart form = whole(1);
        for (int i = 0; i < count; i++) {
            form.text("field-" + i, "x");
        }
        return form;
    }

    private void add(String what, String path, String contentType, byte[] body, boolean refused) {
        requests.add(new Request(what, "POST", path, contentType, body, refused));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
