package io.hone.ingest.labelstudio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Label Studios with one setting or another. */
final class TestTools {

    private record Settings(Map<String, String> changed) implements LabelStudioConfig.LabelStudio {

        private Optional<String> of(String key) {
            return Optional.ofNullable(changed.get(key));
        }

        @Override
        public String address() {
            return of("address").orElse("https://label.example.org/studio/");
        }

        @Override
        public Optional<String> token() {
            return of("token");
        }

        @Override
        public String secret() {
            return of("secret").orElse("0123456789abcdef");
        }

        @Override
        public String secretHeader() {
            return of("secret-header").orElse("X-Hone-Secret");
        }

        @Override
        public Optional<String> fromName() {
            return of("from-name");
        }

        @Override
        public String imageField() {
            return of("image-field").orElse("image");
        }

        @Override
        public boolean golden() {
            return of("golden").map(Boolean::valueOf).orElse(true);
        }

        @Override
        public Optional<List<String>> models() {
            return of("models").map(List::of);
        }
    }

    LabelStudioTool plain() {
        return LabelStudioTool.of("lab", new Settings(Map.of()));
    }

    LabelStudioTool named(String name) {
        return LabelStudioTool.of(name, new Settings(Map.of()));
    }

    LabelStudioTool with(String key, String value) {
        return LabelStudioTool.of("lab", new Settings(Map.of(key, value)));
    }

    /** With the same settings. */
    LabelStudioTools all(String... names) {
        Map<String, LabelStudioConfig.LabelStudio> tools =
                Stream.of(names).collect(Collectors.toMap(Function.identity(), name -> new Settings(Map.of())));
        return new LabelStudioTools(() -> tools);
    }
}
