package io.hone.openapi;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Found by Quarkus: to have this module among a service's dependencies is to have its tests watched. */
public final class WatchEveryTest implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        Watch.begin();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext test) {
        if (test.getTestStatus().isTestFailed()) {
            return;
        }
        Set<String> missing = new TreeSet<>();
        Optional.ofNullable(test.getTestMethod().getAnnotation(Answers.class))
                .ifPresent(answers -> missing.addAll(Watch.contract().document().answers(answers)));
        missing.removeAll(Watch.seen());
        if (!missing.isEmpty()) {
            throw new AssertionError("the test says that it gets answers which it did not get: " + missing);
        }
    }
}
