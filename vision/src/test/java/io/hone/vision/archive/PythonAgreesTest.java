package io.hone.vision.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of a folder is read as PyTorch reads it; see {@code src/test/python/torchscript_fixtures.py}. */
class PythonAgreesTest {

    static List<Path> files() throws IOException {
        Path folder = Path.of(System.getProperty("hone.torchscript", "src/test/resources/torchscript"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.exists(factsOf(file))).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void tensorsMethodsAndHeadAreWhatPythonSays(Path file) throws IOException {
        // When
        TorchScriptArchive archive = TorchScriptArchive.read(file);

        // Then
        assertThat(facts(archive)).containsExactlyElementsOf(Files.readAllLines(factsOf(file)));
    }

    private static Path factsOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".pt") ? file.resolveSibling(name.replace(".pt", ".txt")) : file.resolveSibling("none");
    }

    private static List<String> facts(TorchScriptArchive archive) {
        List<String> facts = new ArrayList<>();
        for (TensorInfo tensor : archive.tensors()) {
            String shape = tensor.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
            facts.add("tensor %s %s %s %s".formatted(tensor.name(), tensor.kind(), tensor.type(), shape));
        }
        archive.methods().forEach(method -> facts.add("method " + method));
        head(archive).ifPresent(facts::add);
        return facts;
    }

    private static Optional<String> head(TorchScriptArchive archive) {
        try {
            Head head = archive.head();
            return Optional.of("head %s %s %s %d %d"
                    .formatted(
                            head.module(), head.weight(), head.bias().orElse("-"), head.inFeatures(), head.classes()));
        } catch (NoHeadException e) {
            return Optional.empty();
        }
    }
}
