package io.hone.bench.forgetting;

import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Deals images out, each once. */
final class Supply {

    private final Map<String, Queue<Example>> byLabel = new HashMap<>();

    Supply(Examples examples) {
        for (Example example : examples.list()) {
            byLabel.computeIfAbsent(example.label(), label -> new ArrayDeque<>())
                    .add(example);
        }
    }

    /**
     * @param count of all classes together; the same of each, so that it may be a few less
     * @throws IllegalStateException if they have run out
     */
    Examples take(List<String> labels, int count) {
        List<Example> taken = new ArrayList<>();
        for (int i = 0; i < count / labels.size(); i++) {
            for (String label : labels) {
                Example example =
                        byLabel.getOrDefault(label, new ArrayDeque<>()).poll();
                if (example == null) {
                    throw new IllegalStateException("there are no more images of class '%s'".formatted(label));
                }
                taken.add(example);
            }
        }
        return new Examples(taken);
    }
}
