package io.hone.ingest.cvat;

import io.hone.contracts.model.ModelName;
import io.hone.ingest.fetch.KnownOrigin;
import io.hone.ingest.fetch.KnownOrigins;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.UnusableTaskException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** All that are set up. */
@Singleton
class CvatTools implements KnownOrigins {

    private final List<CvatTool> tools;

    /** @throws IllegalArgumentException if a setting cannot be used */
    CvatTools(CvatConfig config) {
        this.tools = config.tools().entrySet().stream()
                .map(tool -> CvatTool.of(tool.getKey(), tool.getValue()))
                .toList();
        if (tools.stream().map(CvatTool::signature).distinct().count() < tools.size()) {
            throw new IllegalArgumentException(
                    "%s: two tools have the same secret, each must have its own: by it a tool is known"
                            .formatted(CvatTool.FAMILY));
        }
    }

    @Override
    public List<KnownOrigin> origins() {
        return tools.stream().map(tool -> tool.settings().known()).toList();
    }

    /** Who signed it. */
    Optional<CvatTool> sender(ModelName model, String signature, byte[] body) {
        return tools.stream()
                .filter(tool -> tool.settings().isFor(model))
                .filter(tool -> tool.signature().is(signature, body))
                .findFirst();
    }

    /** @throws UnusableTaskException if it is not set up any more */
    CvatTool of(Task task) throws UnusableTaskException {
        return tools.stream()
                .filter(tool -> tool.name().equals(task.tool()))
                .findFirst()
                .orElseThrow(() -> new UnusableTaskException(
                        "CVAT '%s' is not set up any more: set %s.%s.address, .token and .secret"
                                .formatted(task.tool(), CvatTool.FAMILY, task.tool())));
    }
}
