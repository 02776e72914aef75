package io.hone.cli.push.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebDatasetTest {

    @TempDir
    private Path folder;

    @Test
    void adjacentMembersOfOneKeyAreASample() throws IOException {
        // Given
        Path tar = tar(
                "a.tar",
                "x/0001.jpg",
                "one",
                "x/0001.cls",
                "cat\n",
                "x/0002.CLS",
                "dog",
                "x/0002.seg.PNG",
                "mask",
                "x/0002.PNG",
                "two",
                "x/0003.webp",
                "three",
                "x/0003.json",
                "{\"label\":\"cat\",\"group\":\"g\",\"box\":[1]}");

        // When
        Taken taken = open(tar.toString());

        // Then
        assertThat(taken.failures()).isEmpty();
        assertThat(taken.images()).containsExactly("cat one", "dog two", "cat three");
        assertThat(taken.counted()).isEqualTo(3);
        assertThat(taken.labellings().get(2).group()).contains("g");
        assertThat(taken.entries().get(0).name()).isEqualTo("a.tar:x/0001.jpg");
    }

    @Test
    void aSampleThatIsNoneStopsNoOther() throws IOException {
        // Given
        Path tar = tar(
                "a.tar",
                "1.jpg",
                "one",
                "1.JPG",
                "again",
                "1.cls",
                "cat",
                "2.jpg",
                "two",
                "3.cls",
                "cat",
                "4.jpg",
                "four",
                "4.cls",
                "7",
                "5.jpg",
                "five",
                "5.json",
                "{",
                "6.jpg",
                "",
                "6.cls",
                "cat",
                "7.jpg",
                "seven",
                "7.png",
                "seven",
                "7.cls",
                "cat",
                ".hidden.jpg",
                "x",
                "README",
                "x",
                "8.jpg",
                "eight",
                "8.cls",
                "dog");

        // When
        Taken taken = open(tar.toString());

        // Then
        assertThat(taken.images()).containsExactly("dog eight");
        assertThat(taken.failures())
                .containsExactly(
                        "a.tar:1.jpg: it has two members of the same suffix (.jpg)",
                        "a.tar:2.jpg: it has no label",
                        "a.tar:3: the sample has no image (.jpg, .png, .webp, .bmp, .gif)",
                        "a.tar:4.jpg: its label is a number: say with --classes FILE which class each number is, a class"
                                + " a line",
                        "a.tar:5.jpg: its .json is no JSON",
                        "a.tar:6.jpg: it is empty",
                        "a.tar:7.jpg: it has two images");
        assertThat(taken.counted()).isEqualTo(8);
    }

    @Test
    void numbersAreClassesOfTheList() throws IOException {
        // Given
        Path tar = tar(
                "a.tar", "1.jpg", "one", "1.cls", "1", "2.jpg", "two", "2.cls", "2", "3.jpg", "three", "3.cls", "fox");
        ClassList classes = ClassList.read(Files.writeString(folder.resolve("synset.txt"), "cat\ndog\n"));

        // When
        Taken taken = Taken.from(Taken.sources(Map.of(), classes).open(List.of(tar.toString()), Optional.empty()));

        // Then
        assertThat(taken.images()).containsExactly("dog one", "fox three");
        assertThat(taken.failures()).singleElement().asString().contains("the class list has no class; it has 2 lines");
    }

    @Test
    void aPatternNamesAllOfARange() throws IOException {
        // Given
        for (int shard = 8; shard <= 10; shard++) {
            tar("t-%03d.tar".formatted(shard), "1.jpg", "of " + shard, "1.cls", "cat");
        }

        // When
        Taken taken = open(folder + "/t-{008..010}.tar");

        // Then
        assertThat(taken.images()).containsExactly("cat of 8", "cat of 9", "cat of 10");
        assertThat(open(folder.toString()).images()).hasSize(3);
        assertThat(open(folder + "/t-008.tar", folder + "/t-010.tar").images()).hasSize(2);
    }

    @Test
    void aTarThatIsNotThereIsNamedBeforeAnythingIsSent() throws IOException {
        // Given
        tar("t-0.tar", "1.jpg", "one", "1.cls", "cat");

        // When, Then
        assertThatThrownBy(() -> open(folder + "/t-{0..1}.tar"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("there is no file")
                .hasMessageContaining("t-1.tar");
    }

    @Test
    void aBrokenTarCostsItsOwnRestOnly() throws IOException {
        // Given
        Path broken = tar("a.tar", "1.jpg", "one", "1.cls", "cat", "2.jpg", "two".repeat(1000), "2.cls", "cat");
        Files.write(broken, java.util.Arrays.copyOf(Files.readAllBytes(broken), 3 * 1024));
        Path whole = tar("b.tar", "1.jpg", "other", "1.cls", "cat");

        // When
        Taken taken = open(broken.toString(), whole.toString());

        // Then
        assertThat(taken.images()).containsExactly("cat one", "cat other");
        assertThat(taken.failures())
                .singleElement()
                .asString()
                .contains("a.tar:2")
                .contains("here the tar is broken");
    }

    @Test
    void whatIsNoTarIsTold() throws IOException {
        // Given
        Path text = Files.writeString(folder.resolve("a.tar"), "text ".repeat(500));

        // When
        Taken taken = open(text.toString());

        // Then
        assertThat(taken.images()).isEmpty();
        assertThat(taken.failures()).hasSize(1);
    }

    private static Taken open(String... names) throws IOException {
        return Taken.from(Taken.sources().open(List.of(names), Optional.empty()));
    }

    /** @param members names and contents in turn */
    private Path tar(String name, String... members) throws IOException {
        Path file = folder.resolve(name);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < members.length; i += 2) {
                byte[] content = members[i + 1].getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(members[i]);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }
}
