package io.hone.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    private String appended(String text) throws IOException {
        Path log = Files.writeString(folder.resolve("service.log"), "an older start's line\n");
        LogTail tail = LogTail.from(log);
        Files.writeString(log, text, StandardOpenOption.APPEND);
        return tail.read();
    }

    @Test
    void whatServicesWriteForMachinesIsToldToPeople() throws Exception {
        // Given
        String json = """
                {"timestamp":"2026-11-22T20:52:44.006858878Z","level":"ERROR","message":"Failed to start","mdc":{},\
                "exception":{"refId":1,"exceptionType":"java.lang.IllegalStateException","message":"no bucket",\
                "frames":[{"class":"A","method":"b","line":1}],"causedBy":{"exception":{"refId":2,\
                "exceptionType":"java.net.ConnectException","frames":[]}}}}
                """;

        // When
        String told = appended(json);

        // Then
        assertThat(told)
                .isEqualTo("20:52:44 ERROR Failed to start: java.lang.IllegalStateException: no bucket:"
                        + " java.net.ConnectException");
    }

    @Test
    void otherLinesStayAsTheyAre() throws Exception {
        // Given
        String lines = "Error: could not find java\n{not json\n{\"other\":1}\n";

        // When
        String told = appended(lines);

        // Then
        assertThat(told).isEqualTo(lines.stripTrailing());
    }

    @Test
    void onlyTheLastLinesOfThisStart() throws Exception {
        // Given
        String lines = String.join("\n", Collections.nCopies(100, "line"));

        // When
        String told = appended(lines);

        // Then
        assertThat(told.lines()).hasSize(15).containsOnly("line");
    }
}
