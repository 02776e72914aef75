package io.hone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.verdict.Evaluation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Topics and buckets keep what was written once. Each folder holds records as they were written at some time, byte for
 * byte: {@code first} by the first issue's services, the others wherever the form of a record has changed since. A folder
 * is never changed; {@code docs/wire.md} says what was.
 */
class OlderRecordsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FORMS = List.of("first", "second", "third", "fourth");

    static Stream<String> records() throws IOException, URISyntaxException {
        Stream.Builder<String> records = Stream.builder();
        for (String form : FORMS) {
            URL folder = OlderRecordsTest.class.getResource("/golden/" + form);
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                files.map(file -> form + "/" + file.getFileName()).sorted().forEach(records);
            }
        }
        return records.build();
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatWasWrittenOnceIsReadAsItSays(String name) throws Exception {
        String golden = GoldenRecord.read(name);
        if (name.endsWith(".json")) {
            assertThat(Json.read(golden.getBytes(StandardCharsets.UTF_8), Evaluation.class))
                    .isNotNull();
        } else if (name.contains("/image-")) {
            imageIsReadAsItSays(GoldenRecord.consumed(golden));
        } else {
            eventIsReadAsItSays(GoldenRecord.consumed(golden));
        }
    }

    /** An image's record has only been added to: written again, one of the first is the same. */
    private static void imageIsReadAsItSays(ConsumerRecord<String, byte[]> record) throws Exception {
        ImageEntry entry = ImageRecords.read(record);
        if (entry instanceof ImageEntry.Labelled labelled) {
            var again = ImageRecords.labelled(Topics.modelOf(record.topic()), labelled.image(), "again");
            record.headers().forEach(header -> {
                if (!header.key().equals("ce_id")) {
                    assertThat(again.headers().lastHeader(header.key()).value())
                            .as(header.key())
                            .isEqualTo(header.value());
                }
            });
            assertThat(again.value()).isEqualTo(record.value());
        } else {
            assertThat(record.value()).isNull();
        }
        assertThat(entry.id().value()).isEqualTo(record.key());
    }

    /** What an event says it says again when it is written anew; the first form of recipes has a test of its own. */
    private static void eventIsReadAsItSays(ConsumerRecord<String, byte[]> record) throws Exception {
        JsonNode said = MAPPER.readTree(record.value());
        JsonNode again = MAPPER.readTree(Json.write(EventRecords.read(record)));
        said.properties().forEach(field -> {
            if (field.getKey().equals("recipe")) {
                recipeSaysTheSame(field.getValue(), again.get("recipe"));
            } else {
                assertThat(again.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    private static void recipeSaysTheSame(JsonNode said, JsonNode again) {
        if (said.has("length")) {
            return;
        }
        said.properties()
                .forEach(key ->
                        assertThat(again.get(key.getKey())).as(key.getKey()).isEqualTo(key.getValue()));
    }

    @Test
    void theFormsAreThoseThatWere() throws Exception {
        assertThat(records())
                .hasSize(18)
                .contains("first/image-minimal.txt", "first/verdict.txt", "fourth/run-started.txt");
    }
}
