package io.hone.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of the repository, seen from this module. */
final class Repository {

    private static final Path ROOT = Path.of("..");

    private Repository() {}

    static Path path(String path) {
        return ROOT.resolve(path);
    }

    static String read(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(String path) {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(read(path));
        return new JsonMapper().valueToTree(yaml);
    }

    static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
