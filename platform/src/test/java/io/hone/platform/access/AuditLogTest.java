package io.hone.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "label studio, name='label studio'",
                "x' by='root, name='x\\' by=\\'root'",
                "x\\' by='root, name='x\\\\\\' by=\\'root'",
                "\"x\naudit: action='y'\", name='x audit: action=\\'y\\''"
            })
    void noValueWritesMoreThanItself(String value, String written) {
        assertThat(AuditLog.detail("name", value)).hasToString(written);
    }
}
