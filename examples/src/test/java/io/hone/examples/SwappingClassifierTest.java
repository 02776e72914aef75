package io.hone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwappingClassifierTest {

    private Registered registered;
    private LoadedModel first;
    private LoadedModel second;
    private SwappingClassifier classifier;

    @BeforeEach
    void load() throws Exception {
        registered = new Registered("base", "better");
        first = load(1);
        second = load(2);
        classifier = new SwappingClassifier(first);
    }

    @AfterEach
    void close() {
        classifier.close();
        registered.close();
    }

    @Test
    void theModelBeforeClosesAfterItsLastRequest() throws Exception {
        // Given: two requests are under way
        assertThat(first.hold()).isTrue();
        assertThat(first.hold()).isTrue();

        // When
        classifier.swap(second);
        first.release();

        // Then: the other still has its answer
        assertThat(first.isClosed()).isFalse();
        assertThat(first.predict(Colour.green()).best().getClassName()).isEqualTo("red");

        // When
        first.release();

        // Then
        assertThat(first.isClosed()).isTrue();
        assertThat(first.hold()).isFalse();
        assertThat(classifier.classify(Colour.green()).best().getClassName()).isEqualTo("green");
    }

    @Test
    void withoutRequestsTheModelBeforeClosesAtOnce() {
        // When
        classifier.swap(second);

        // Then
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isFalse();
    }

    @Test
    void closedItAnswersNobody() {
        // When
        classifier.close();

        // Then
        assertThat(first.isClosed()).isTrue();
        assertThatThrownBy(() -> classifier.classify(Colour.green())).hasMessage("the classifier is closed");
        second.release();
    }

    @Test
    void whatComesAfterItWasClosedIsClosedToo() {
        // Given: a model was being loaded meanwhile
        classifier.close();

        // When, then
        assertThatThrownBy(() -> classifier.swap(second)).hasMessage("the classifier is closed");
        assertThat(second.isClosed()).isTrue();
        assertThatThrownBy(() -> classifier.classify(Colour.green())).hasMessage("the classifier is closed");
    }

    private LoadedModel load(int version) throws IOException, InterruptedException {
        registered.champion(version);
        Champion champion = registered.client().ask(Optional.empty()).orElseThrow();
        return registered.files().with(champion, folder -> LoadedModel.load(version, folder));
    }
}
