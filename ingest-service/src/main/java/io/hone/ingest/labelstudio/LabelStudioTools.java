package io.hone.ingest.labelstudio;

import io.hone.contracts.model.ModelName;
import io.hone.ingest.fetch.KnownOrigin;
import io.hone.ingest.fetch.KnownOrigins;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All that are set up. */
@Singleton
class LabelStudioTools implements KnownOrigins {

    private final List<LabelStudioTool> tools;

    /** @throws IllegalArgumentException if a setting cannot be used */
    LabelStudioTools(LabelStudioConfig config) {
        this.tools = config.tools().entrySet().stream()
                .map(tool -> LabelStudioTool.of(tool.getKey(), tool.getValue()))
                .toList();
        Set<LabelStudioTool.Secret> secrets = new HashSet<>();
        tools.forEach(tool -> {
            if (!secrets.add(tool.secret())) {
                throw new IllegalArgumentException(
                        "%s.secret is another tool's as well, must be its own: by it a tool is known"
                                .formatted(tool.prefix()));
            }
        });
    }

    @Override
    public List<KnownOrigin> origins() {
        return tools.stream().map(tool -> tool.settings().known()).toList();
    }

    /** Who shows the secret in a request's headers. */
    Optional<LabelStudioTool> sender(ModelName model, UnaryOperator<String> header) {
        return tools.stream()
                .filter(tool -> tool.settings().isFor(model))
                .filter(tool -> Optional.ofNullable(header.apply(tool.secretHeader()))
                        .map(tool.secret()::is)
                        .orElse(false))
                .findFirst();
    }

    /** Empty when it is not set up any more. */
    Optional<LabelStudioTool> named(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
