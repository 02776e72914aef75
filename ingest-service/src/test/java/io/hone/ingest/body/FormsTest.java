package io.hone.ingest.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.UnreadableImageException;
import io.hone.platform.problem.InvalidFieldException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTest {

    private static final String CONTENT_TYPE = "multipart/form-data; boundary=b";
    private static final int MOST_PARTS = 5;
    private static final int MOST_TEXT = 10_000;
    private static final int LARGEST_IMAGE = 1_000_000;

    private final Path folder;
    private final Forms forms;

    FormsTest(@TempDir Path folder) {
        this.folder = folder;
        this.forms = new Forms(
                new Bodies(new ImageDecoder(new ImageLimits(LARGEST_IMAGE, 1_000)), MOST_TEXT), folder, MOST_PARTS);
    }

    @Test
    void largePartsComeBackFromTheFileThatTheyShareAndLeaveNothing() throws Exception {
        // Given
        byte[] small = bytes(100, 1);
        byte[] large = bytes(300_000, 2);
        byte[] other = bytes(70_000, 3);

        // When
        List<ImageSource> images;
        try (Form form = read(file("image", large), file("image", small), file("image", other))) {
            // Then, whatever is read first
            images = form.images("image");
            assertThat(files()).isNotEmpty();
            assertThat(images.get(2).read()).isEqualTo(other);
            assertThat(images.get(1).read()).isEqualTo(small);
            assertThat(images.get(0).read()).isEqualTo(large);
        }
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> images.get(0).read()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void onlyLargePartsNeedTheDiskAndItsFailureIsNotTheSendersFault() throws Exception {
        // Given
        Files.delete(folder);

        // When / Then
        try (Form form = read(file("image", bytes(100, 1)))) {
            assertThat(form.images("image").get(0).read()).hasSize(100);
        }
        assertThatThrownBy(() -> read(file("image", bytes(300_000, 2)))).isInstanceOf(UncheckedIOException.class);
        Files.createDirectory(folder);
    }

    @Test
    void anImageLargerThanAllowedIsRefusedBeforeItIsRead() {
        try (Form form = read(file("image", bytes(LARGEST_IMAGE + 1, 1)))) {
            assertThatThrownBy(() -> form.images("image").get(0).read())
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessageContaining("at most %d are allowed".formatted(LARGEST_IMAGE));
        }
    }

    @Test
    void partsThatArriveByteForByteAreTheSame() throws Exception {
        // Given contents that look like boundaries, each piece of which may end anywhere
        byte[] content = "--\r\n--a-\r\n\r--\n--".getBytes(UTF_8);
        byte[] body = whole(file("image", content), file("image", bytes(10_000, 1)));
        for (int piece = 1; piece < 20; piece++) {
            // When
            try (Form form = forms.read(CONTENT_TYPE, new Trickle(body, piece))) {
                // Then
                assertThat(form.images("image").get(0).read()).isEqualTo(content);
                assertThat(form.images("image").get(1).read()).isEqualTo(bytes(10_000, 1));
            }
        }
    }

    /** Gives only few bytes at a time. */
    private static final class Trickle extends ByteArrayInputStream {

        private final int piece;

        Trickle(byte[] bytes, int piece) {
            super(bytes);
            this.piece = piece;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            return super.read(to, offset, Math.min(piece, length));
        }
    }

    @Test
    void whatLooksLikeABoundaryIsContent() throws Exception {
        byte[] content = "\r\n--a\r\n-\r\n--\r\n--B--\r\n".getBytes(UTF_8);
        try (Form form = read(file("image", content))) {
            assertThat(form.images("image").get(0).read()).isEqualTo(content);
        }
    }

    @Test
    void aTextIsInTheCharsetThatItNamesAndElseInUtf8() {
        try (Form form = read(
                part("name=\"label\"\r\nContent-Type: text/plain; charset=ISO-8859-1", "schön".getBytes(ISO_8859_1)),
                part("name=\"group\"", "größer".getBytes(UTF_8)))) {
            assertThat(form.text("label")).isEqualTo("schön");
            assertThat(form.text("group")).isEqualTo("größer");
            assertThat(form.text("annotator")).isNull();
        }
    }

    @Test
    void aPartThatIsAFormItselfIsContent() throws Exception {
        // Given
        byte[] inner = "--c\r\nContent-Disposition: form-data; name=\"label\"\r\n\r\ndog\r\n--c--\r\n".getBytes(UTF_8);

        // When
        try (Form form = read(part("name=\"image\"\r\nContent-Type: multipart/mixed; boundary=c", inner))) {
            // Then
            assertThat(form.images("image").get(0).read()).isEqualTo(inner);
            assertThat(form.text("label")).isNull();
        }
    }

    @Test
    void partsThatNobodyCanAskForArePassedOver() {
        byte[] content = bytes(10, 1);
        try (Form form = read(
                part("name", content),
                part("filename=\"1.png\"", content),
                part("name=\"%s\"".formatted("x".repeat(201)), content),
                part("name=\"label\"\r\nContent-Type: text/plain; charset", "cat".getBytes(UTF_8)))) {
            assertThat(form.text("label")).isEqualTo("cat");
        }
    }

    @Test
    void aTextThatIsGivenTwiceOrTooLongIsRefused() {
        try (Form form = read(text("label", "a"), text("label", "b"), text("group", "x".repeat(MOST_TEXT + 1)))) {
            assertThatThrownBy(() -> form.text("label"))
                    .isInstanceOf(InvalidFieldException.class)
                    .hasMessage("label is given 2 times, must be given once");
            assertThatThrownBy(() -> form.text("group"))
                    .isInstanceOf(InvalidFieldException.class)
                    .hasMessageContaining("group has more than the 10000 bytes");
        }
    }

    @Test
    void tooManyPartsAreRefusedAndLeaveNothing() {
        byte[][] parts = Stream.generate(() -> file("image", bytes(10_000, 1)))
                .limit(MOST_PARTS + 1)
                .toArray(byte[][]::new);

        HttpProblem problem = refused(CONTENT_TYPE, new ByteArrayInputStream(whole(parts)));

        assertThat(problem.getStatusCode()).isEqualTo(413);
        assertThat(problem.getParameters()).containsEntry("limit", MOST_PARTS);
        assertThat(files()).isEmpty();
    }

    @Test
    void aFormThatEndsInsideAPartIsRefusedAndLeavesNothing() {
        byte[] whole = whole(file("image", bytes(50_000, 1)));

        HttpProblem problem =
                refused(CONTENT_TYPE, new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 1_000)));

        assertThat(problem.getType()).hasToString("urn:hone:problem:unreadable-form");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsNoFormIsRefused() {
        byte[] form = whole(text("label", "cat"));
        String header = "\r\nX-Long: " + "x".repeat(20_000);
        for (HttpProblem problem : List.of(
                refused(null, new ByteArrayInputStream(form)),
                refused("multipart/form-data", new ByteArrayInputStream(form)),
                refused("multipart/form-data; boundary=other", new ByteArrayInputStream(form)),
                refused(CONTENT_TYPE, new ByteArrayInputStream("--b--\r\n".getBytes(UTF_8))),
                refused(CONTENT_TYPE, new ByteArrayInputStream(new byte[0])),
                refused(
                        CONTENT_TYPE,
                        new ByteArrayInputStream(whole(part("name=\"label\"" + header, "cat".getBytes(UTF_8))))))) {
            assertThat(problem.getStatusCode()).isEqualTo(400);
            assertThat(problem.getDetail()).contains("boundary");
        }
    }

    @Test
    void aSenderWhoHangsUpIsNotTakenForAFailureOfTheDisk() throws IOException {
        InputStream start = new ByteArrayInputStream(Arrays.copyOf(whole(file("image", bytes(50_000, 1))), 20_000));
        InputStream gone = InputStream.nullInputStream();
        gone.close();

        HttpProblem problem = refused(CONTENT_TYPE, new SequenceInputStream(start, gone));

        assertThat(problem.getType()).hasToString("urn:hone:problem:ended-early");
        assertThat(files()).isEmpty();
    }

    private HttpProblem refused(String contentType, InputStream body) {
        return catchThrowableOfType(
                HttpProblem.class, () -> forms.read(contentType, body).close());
    }

    private Form read(byte[]... parts) {
        return forms.read(CONTENT_TYPE, new ByteArrayInputStream(whole(parts)));
    }

    private static byte[] whole(byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        body.writeBytes("--b--\r\n".getBytes(UTF_8));
        return body.toByteArray();
    }

    private static byte[] file(String name, byte[] content) {
        return part("name=\"%s\"; filename=\"1.png\"\r\nContent-Type: image/png".formatted(name), content);
    }

    private static byte[] text(String name, String content) {
        return part("name=\"%s\"".formatted(name), content.getBytes(UTF_8));
    }

    private static byte[] part(String headers, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes("--b\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(headers)
                .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }

    private static byte[] bytes(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Those that are open among them, which have no name any more. */
    private List<Path> files() {
        Path open = Path.of("/proc/self/fd");
        try (Stream<Path> files = Files.list(folder);
                Stream<Path> descriptors = Files.isDirectory(open) ? Files.list(open) : Stream.empty()) {
            return Stream.concat(
                            files,
                            descriptors.map(FormsTest::target).filter(target -> folder.equals(target.getParent())))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            // Closed in the meantime.
            return descriptor;
        }
    }
}
