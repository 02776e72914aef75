package io.hone.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Requests that together get every answer which a document names. One that gets another answer than the one it is for is a
 * mistake, and so is an answer that nothing gets.
 */
public final class Coverage {

    private final Document document;
    private final Set<String> missing = new TreeSet<>();
    private final List<String> mistakes = new ArrayList<>();

    public Coverage(Document document) {
        this.document = document;
        document.operations().forEach(operation -> missing.addAll(operation.answers()));
    }

    /** Sends a request which gets {@code answer}, such as {@code uploadImage 201}. */
    public Coverage by(String answer, Runnable request) {
        Watch.begin();
        try {
            request.run();
            if (!Watch.seen().contains(answer)) {
                mistakes.add("instead of %s there came %s".formatted(answer, Watch.seen()));
            }
        } catch (AssertionError | RuntimeException e) {
            mistakes.add("%s: %s".formatted(answer, e.getMessage()));
        }
        return got(answer);
    }

    /** Sends a request which gets that status of an operation, if it is documented. */
    Coverage byAny(Operation operation, int status, Runnable request) {
        return operation.has(status) ? by(operation.answer(status), request) : this;
    }

    /** Answers that tests elsewhere say they get. */
    public Coverage by(Class<?>... tests) {
        Stream.of(tests)
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .flatMap(test -> Optional.ofNullable(test.getAnnotation(Answers.class)).stream())
                .flatMap(answers -> document.answers(answers).stream())
                .forEach(this::got);
        return this;
    }

    /** For a status that all operations answer in one place: why they need not be asked one by one. */
    public Coverage inOnePlace(int status, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("say why");
        }
        missing.removeIf(answer -> answer.endsWith(" " + status));
        return this;
    }

    /** For an answer that no request can be sure to get: which test gets it, and how. */
    public Coverage elsewhere(String answer, String where) {
        if (where.isBlank()) {
            throw new IllegalArgumentException("say where");
        }
        return got(answer);
    }

    private Coverage got(String answer) {
        boolean isDocumented = document.operations().stream()
                .anyMatch(operation -> operation.answers().contains(answer));
        if (!isDocumented) {
            mistakes.add(answer + " is not documented");
        }
        missing.remove(answer);
        return this;
    }

    public void assertComplete() {
        if (!mistakes.isEmpty() || !missing.isEmpty()) {
            throw new AssertionError("%s%nDocumented answers that no request gets: %s"
                    .formatted(String.join(System.lineSeparator(), mistakes), missing));
        }
    }
}
