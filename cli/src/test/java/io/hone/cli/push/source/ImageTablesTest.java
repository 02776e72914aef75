package io.hone.cli.push.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTablesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeImages() throws IOException {
        Files.createDirectories(folder.resolve("p"));
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve("p/%s x.png".formatted(name)), name);
        }
    }

    @Test
    void columnsAreKnownByTheirHeadings() throws IOException {
        // Given
        Path list = write("list.csv", "\uFEFF" + """
                nr,Label,image,group,_split,annotator
                0,"oxeye, daisy",p/a x.png,g1,train,ann

                1, rose ,p/b x.png,,test,
                """.replace("\n", "\r\n"));

        // When
        Taken taken = open(list);

        // Then
        assertThat(taken.failures()).isEmpty();
        assertThat(taken.labellings())
                .containsExactly(
                        new Labelling("oxeye, daisy", Optional.of("g1"), Optional.of("ann"), Optional.of("training")),
                        new Labelling("rose", Optional.empty(), Optional.empty(), Optional.of("hold-out")));
        assertThat(taken.images()).containsExactly("oxeye, daisy a", "rose b");
        assertThat(taken.counted()).isEqualTo(2);
    }

    @Test
    void columnsOfOtherNamesCanBeTold() throws IOException {
        // Given
        Path list = write("list.csv", "photo;genus\np/a x.png;rose\n");

        // When
        Taken taken = Taken.from(Taken.sources(Map.of(Column.IMAGE, "Photo", Column.LABEL, "genus"), ClassList.none())
                .open(List.of(list.toString()), Optional.empty()));

        // Then
        assertThat(taken.images()).containsExactly("rose a");
    }

    @Test
    void aLabelColumnThatIsMissingIsNamedBeforeAnythingIsSent() throws IOException {
        // Given
        Path list = write("list.csv", "image,genus\np/a x.png,rose\n");

        // When, Then
        assertThatThrownBy(() -> open(list))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("has no column for the label; it has: image, genus");
    }

    @Test
    void withoutHeadingsTheOrderIsImageLabelGroupSplit() throws IOException {
        // Given
        Path list = write("list.tsv", "p/a x.png\trose\tg1\thold-out\np/b x.png\trose\n");

        // When
        Taken taken = open(list);

        // Then
        assertThat(taken.images()).containsExactly("rose a", "rose b");
        assertThat(taken.labellings().get(0).split()).contains("hold-out");
        assertThat(taken.labellings().get(0).group()).contains("g1");
    }

    @Test
    void linesOfImageAndLabelAreReadAsCaffeReadsThem() throws IOException {
        // Given
        Path list = write("train.txt", "p/a x.png 1\n\np/b x.png\t0\nalone\n");
        ClassList classes = ClassList.read(write("synset.txt", "rose\ndaisy\n"));

        // When
        Taken taken = Taken.from(Taken.sources(Map.of(), classes).open(List.of(list.toString()), Optional.empty()));

        // Then
        assertThat(taken.images()).containsExactly("daisy a", "rose b");
        assertThat(taken.failures()).singleElement().asString().contains("train.txt, row 4");
    }

    @Test
    void aFolderWithMetadataIsReadByItsSplits() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("set/train"));
        Files.createDirectories(folder.resolve("set/test/deeper"));
        Files.writeString(folder.resolve("set/train/1.jpg"), "one");
        Files.writeString(folder.resolve("set/test/deeper/2.jpg"), "two");
        write("set/train/metadata.jsonl", "{\"file_name\":\"1.jpg\",\"label\":\"cat\",\"caption\":null}\n{\"file_na\n");
        write("set/test/metadata.csv", "file_name,label\ndeeper/2.jpg,dog\n");

        // When
        Taken taken = open(folder.resolve("set"));

        // Then
        assertThat(taken.images()).containsExactly("dog two", "cat one");
        assertThat(taken.labellings())
                .extracting(Labelling::split)
                .containsExactly(Optional.of("hold-out"), Optional.of("training"));
        assertThat(taken.failures()).containsExactly("metadata.jsonl, row 2: its line is no JSON object");
        assertThat(taken.counted()).isEqualTo(3);
    }

    @Test
    void whatCannotBeUsedIsNamedWithItsReason() throws IOException {
        // Given
        Path list = write("list.csv", """
                image,label,split
                ../../etc/passwd,x,
                not/there.png,x,
                p,x,
                ftp://host/x.png,x,
                http:///x.png,x,
                p/a x.png,,
                p/a x.png,x,other
                ,x,
                p/a x.png,good,
                """);

        // When
        Taken taken = open(list);

        // Then
        assertThat(taken.images()).containsExactly("good a");
        assertThat(taken.failures())
                .satisfiesExactly(
                        failure -> assertThat(failure).contains("it lies outside the folder"),
                        failure -> assertThat(failure).isEqualTo("not/there.png: there is no such file"),
                        failure -> assertThat(failure).isEqualTo("p: it is a folder"),
                        failure -> assertThat(failure).contains("neither http nor https"),
                        failure -> assertThat(failure).startsWith("http:///x.png: its address"),
                        failure -> assertThat(failure).contains("it has no label"),
                        failure -> assertThat(failure).contains("split is 'other', must be training or hold-out"),
                        failure -> assertThat(failure).isEqualTo("list.csv, row 9: the row names no image"));
    }

    @Test
    void textOfAnotherEncodingIsToldAtOnce() throws IOException {
        // Given
        Path list =
                Files.write(folder.resolve("list.csv"), "image,label\np/a x.png,Gänseblümchen\n".getBytes(ISO_8859_1));

        // When, Then
        assertThatThrownBy(() -> open(list)).isInstanceOf(CommandFailure.class).hasMessageContaining("is not UTF-8");
    }

    @Test
    void imagesAreFetchedAndWhatFailsIsToldWithItsReason() throws IOException {
        // Given a server that has one image, one that is too large, one that never ends, and one elsewhere
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/good", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("img".getBytes(UTF_8));
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1001]);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        });
        server.start();
        String host = "http://127.0.0.1:" + server.getAddress().getPort();
        Path list = write(
                "list.txt",
                "%1$s/good?a=b cat\n%1$s/moved cat\n%1$s/large cat\n%1$s/slow cat\n%1$s/none cat\n".formatted(host));

        // When
        Taken taken;
        try {
            taken = Taken.from(new Sources(
                            Columns.usual(),
                            ClassList.none(),
                            Optional.empty(),
                            new FetchLimits(2, Duration.ofSeconds(5), 1000))
                    .open(List.of(list.toString()), Optional.empty()));
        } finally {
            server.stop(0);
        }

        // Then
        assertThat(taken.images()).containsExactly("cat img", "cat img");
        assertThat(taken.failures())
                .containsExactly(
                        host + "/large: it has more than the 1000 bytes that are read of an image",
                        host + "/slow: it did not arrive within 5 s",
                        host + "/none: its server answered with status 404");
    }

    @Test
    void theSameSeedChoosesTheSameOnes() {
        // When
        List<Integer> chosen = chosen(7);

        // Then
        assertThat(chosen).hasSize(10).isEqualTo(chosen(7)).isNotEqualTo(chosen(8));
    }

    private static List<Integer> chosen(long seed) {
        Subset subset = new Subset(1000, 10, seed);
        return java.util.stream.IntStream.range(0, 1000)
                .filter(i -> subset.takes())
                .boxed()
                .toList();
    }

    private static Taken open(Path path) throws IOException {
        return Taken.from(Taken.sources().open(List.of(path.toString()), Optional.empty()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
