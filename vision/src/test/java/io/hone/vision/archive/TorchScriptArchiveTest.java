package io.hone.vision.archive;

import static io.hone.vision.archive.TestArchive.FIXTURES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hone.vision.archive.PickleValue.Tensor;
import io.hone.vision.archive.TensorInfo.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptArchiveTest {

    @TempDir
    Path folder;

    @Test
    void tellsTensorsMethodsAndHead() {
        // When
        TorchScriptArchive archive = TorchScriptArchive.read(FIXTURES.resolve("residual.pt"));

        // Then
        assertThat(archive.tensors())
                .contains(new TensorInfo(
                        "layer1.0.conv1.weight", List.of(4L, 4L, 3L, 3L), TensorType.FLOAT32, "6", Kind.PARAMETER));
        assertThat(archive.methods()).containsExactly("forward", "features");
        assertThat(archive.head()).isEqualTo(new Head("fc", "fc.weight", Optional.of("fc.bias"), 8, 10));
    }

    @Test
    void modelWithoutLinearLayerHasNoHead() {
        // Given
        TorchScriptArchive archive = TorchScriptArchive.read(FIXTURES.resolve("headless.pt"));

        // Then
        assertThatExceptionOfType(NoHeadException.class)
                .isThrownBy(archive::head)
                .withMessageContaining("torch.nn.Linear")
                .withMessageContaining("'conv' of __torch__.torch.nn.modules.conv.");
    }

    @Test
    void frozenModelHasNoHead() {
        // Given
        TorchScriptArchive archive = TorchScriptArchive.read(FIXTURES.resolve("frozen.pt"));

        // Then
        assertThatExceptionOfType(NoHeadException.class)
                .isThrownBy(archive::head)
                .withMessageContaining("freeze");
    }

    @Test
    void tellsTheLayersThatFreezingCounts() {
        assertThat(TorchScriptArchive.read(FIXTURES.resolve("residual.pt")).layers())
                .startsWith("conv1", "bn1", "layer1.0.conv1", "layer1.0.bn1", "layer1.0.conv2", "layer1.0.bn2")
                .contains("layer1.0.shortcut.0")
                .endsWith("layer2.0.shortcut.1", "fc");
    }

    @Test
    void layersCoverEveryParameterExactlyOnce() {
        // Given a model with parameters of its own, and one layer in two places
        assertThat(TorchScriptArchive.read(FIXTURES.resolve("odd.pt")).layers())
                .containsExactly("scale", "frozen", "first");
    }

    @Test
    void anotherLayerCanBeNamedAsTheHead() {
        // Given
        TorchScriptArchive archive = TorchScriptArchive.read(FIXTURES.resolve("sequenced.pt"));

        // Then
        assertThat(archive.head("classifier.0").inFeatures()).isEqualTo(16);
        assertThatExceptionOfType(NoHeadException.class)
                .isThrownBy(() -> archive.head("features.0"))
                .withMessage("'features.0' is no linear layer of the model, so it cannot be its head; it has"
                        + " 'classifier.0' (16 features, 8 outputs), 'classifier.3' (8 features, 300 outputs)");
        assertThatExceptionOfType(NoHeadException.class)
                .isThrownBy(() ->
                        TorchScriptArchive.read(FIXTURES.resolve("headless.pt")).head("fc"))
                .withMessageContaining("it has none, its last modules are");
    }

    @Test
    void tellsElementsInRowOrderWhateverTheStrides() {
        // Given
        TorchScriptArchive archive = TorchScriptArchive.read(FIXTURES.resolve("odd.pt"));

        // Then
        assertThat(archive.floats("view")).containsExactly(1, 4, 2, 5);
        assertThat(archive.floats("single")).containsExactly(3);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> archive.floats("b5"))
                .withMessageContaining("INT32");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> archive.floats("fc.weight"))
                .withMessage("odd.pt has no tensor 'fc.weight'");
    }

    @Test
    void missingFileIsNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> TorchScriptArchive.read(folder.resolve("none.pt")))
                .withMessageContaining("none.pt");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.pt")), "empty.pt: is no zip file");
        assertRefused(Files.writeString(folder.resolve("text.pt"), "some text"), "is no zip file");
        assertRefused(FIXTURES.resolve("before-1.6.pt"), "is no zip file");
        assertRefused(new TestArchive().with("a/readme.txt", new byte[1]).write(folder), "it has no data.pkl");
    }

    @Test
    void whatTorchSaveWroteIsToldApart() {
        assertRefused(FIXTURES.resolve("state-dictionary.pt"), "is a state dictionary, saved with torch.save");
        assertRefused(FIXTURES.resolve("pickled-module.pt"), "is a pickled Python object, saved with torch.save");
    }

    @Test
    void truncatedFileIsRefused() throws IOException {
        // Given
        byte[] whole = Files.readAllBytes(FIXTURES.resolve("residual.pt"));

        // Then
        for (int length : new int[] {4, 100, whole.length / 2, whole.length - 1}) {
            Path file = Files.write(folder.resolve("part.pt"), Arrays.copyOf(whole, length));
            assertRefused(file, "truncated or damaged");
        }
    }

    @Test
    void functionsThatCouldDoHarmAreRefusedInEveryPickle() throws IOException {
        // Given
        byte[] harm =
                new TestPickle().global("os", "system").text("id").op(0x85, 'R').stop();

        // Then
        for (String entry : List.of("data.pkl", "constants.pkl", "code/__torch__.py.debug_pkl")) {
            Path file = TestArchive.like("residual.pt")
                    .with("residual/" + entry, harm)
                    .write(folder);
            assertRefused(file, entry + ", byte 13: names os.system");
        }
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        for (String name : List.of(
                "residual/../../etc/x", "/etc/x", "residual//x", "residual/./x", "residual/a\\x", "residual/x\n")) {
            Path file = TestArchive.like("residual.pt").with(name, new byte[1]).write(folder);
            assertRefused(file, "leads elsewhere");
        }
    }

    @Test
    void secondRootIsRefused() throws IOException {
        assertRefused(
                TestArchive.like("residual.pt")
                        .with("other/data.pkl", new byte[1])
                        .write(folder),
                "other/data.pkl");
        assertRefused(
                TestArchive.like("residual.pt").with("data.pkl", new byte[1]).write(folder), "data.pkl");
    }

    @Test
    void entryThatIsThereTwiceIsRefused() throws IOException {
        // Given
        Path file = TestArchive.like("residual.pt")
                .with("residual/data.pkX", new byte[1])
                .write(folder);
        String twice = Files.readString(file, ISO_8859_1).replace("data.pkX", "data.pkl");

        // Then
        assertRefused(Files.writeString(file, twice, ISO_8859_1), "residual/data.pkl is there twice");
    }

    @Test
    void commentIsRefused() throws IOException {
        assertRefused(TestArchive.like("residual.pt").comment("PK").write(folder), "comment");
    }

    @Test
    void compressedTensorIsRefused() throws IOException {
        assertRefused(TestArchive.like("residual.pt").write(folder, "/data/3"), "data/3 is missing or compressed");
    }

    @Test
    void bombsAreRefused() throws IOException {
        // Given
        TestArchive large = TestArchive.like("residual.pt").with("residual/code/bomb.py", new byte[(16 << 20) + 1]);
        TestArchive many = TestArchive.like("residual.pt");
        for (int i = 0; i < 9; i++) {
            many.with("residual/code/bomb%d.py".formatted(i), new byte[15 << 20]);
        }

        // Then
        assertRefused(large.write(folder), "bomb.py: 16777217 bytes, at most 16777216");
        assertRefused(many.write(folder), "all entries unpacked");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        // Given
        TestArchive archive = TestArchive.like("residual.pt");
        for (int i = 0; i < 20_000; i++) {
            archive.with("residual/extra/" + i, new byte[0]);
        }

        // Then
        assertRefused(archive.write(folder), "must be between 1 and 20000");
    }

    @Test
    void tensorBeyondItsStorageIsRefused() throws IOException {
        // Given
        TestArchive archive = TestArchive.like("residual.pt");
        byte[] pickle = archive.entry("residual/data.pkl").clone();
        List<Tensor> tensors = Pickle.read("data.pkl", pickle).tensors();
        Tensor bias = tensors.get(tensors.size() - 1);

        // When
        pickle[bias.sizes().get(0).position() + 1] = 11;

        // Then
        assertRefused(archive.with("residual/data.pkl", pickle).write(folder), "beyond the 10 elements");
    }

    @Test
    void storageBeyondItsEntryIsRefused() throws IOException {
        // Given
        TestArchive archive = TestArchive.like("residual.pt");
        byte[] pickle = archive.entry("residual/data.pkl").clone();
        List<Tensor> tensors = Pickle.read("data.pkl", pickle).tensors();
        Tensor bias = tensors.get(tensors.size() - 1);

        // When
        pickle[bias.storage().elements().position() + 1] = 11;

        // Then
        assertRefused(archive.with("residual/data.pkl", pickle).write(folder), "has 40 bytes, its tensor of 11");
    }

    @Test
    void tensorWithoutElementsInTheFileIsRefused() throws IOException {
        assertRefused(
                TestArchive.like("residual.pt").without("residual/data/3").write(folder),
                "data/3 is missing or compressed");
    }

    @Test
    void moduleWithinItselfIsRefused() throws IOException {
        // Given
        byte[] pickle = new TestPickle()
                .module()
                .op('q', 0, '}')
                .text("self")
                .op('h', 0, 's', 'b')
                .stop();

        // Then
        assertRefused(TestArchive.module(pickle).write(folder), "more than 64 within each other");
    }

    @Test
    void fewModulesThatUnfoldToManyAreRefused() throws IOException {
        // Given
        TestPickle pickle = new TestPickle();
        for (int level = 0; level < 40; level++) {
            pickle.module().op('}').text("a");
        }
        pickle.module().op('}', 'b', 'q', 0);
        for (int level = 0; level < 40; level++) {
            pickle.op('s').text("b").op('h', level, 's', 'b', 'q', level + 1);
        }

        // Then
        assertRefused(TestArchive.module(pickle.stop()).write(folder), "more than 100000 modules");
    }

    @Test
    void classWithoutCodeIsRefused() throws IOException {
        assertRefused(
                TestArchive.like("residual.pt")
                        .without("residual/code/__torch__/torch/nn/modules/linear.py")
                        .write(folder),
                "class __torch__.torch.nn.modules.linear.Linear is nowhere in the code");
    }

    @Test
    void pickleOfSomethingElseIsRefused() throws IOException {
        assertRefused(TestArchive.module(new TestPickle().op('K', 1).stop()).write(folder), "describes no module");
    }

    @Test
    void codeThatIsNoTextDoesNoHarm() throws IOException {
        // Given
        Path file = TestArchive.like("residual.pt")
                .with("residual/code/extra.py", "class X(Module):\n  __parameters__ = [\"".getBytes(UTF_8))
                .write(folder);

        // Then
        assertThat(TorchScriptArchive.read(file).head().module()).isEqualTo("fc");
    }

    /** Whatever the bytes, the answer is an archive or the one exception. */
    @Test
    void damagedFilesDoNoHarm() throws IOException {
        // Given
        byte[] sound = Files.readAllBytes(FIXTURES.resolve("residual.pt"));
        Random random = new Random(1);
        int refused = 0;

        // When
        for (int i = 0; i < 300; i++) {
            byte[] damaged = sound.clone();
            for (int flips = 0; flips < 20; flips++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                TorchScriptArchive.read(Files.write(folder.resolve("damaged.pt"), damaged));
            } catch (NotTorchScriptException e) {
                refused++;
            }
        }

        // Then
        assertThat(refused).isBetween(50, 300);
    }

    private static void assertRefused(Path file, String why) {
        assertThatExceptionOfType(NotTorchScriptException.class)
                .isThrownBy(() -> TorchScriptArchive.read(file))
                .withMessageStartingWith(file.getFileName() + ": ")
                .withMessageContaining(why);
    }
}
