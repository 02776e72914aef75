package io.hone.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Json;
import io.hone.contracts.model.ModelName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {

    private static final ModelName PLANTS = new ModelName("plants");
    private static final ModelName BIRDS = new ModelName("birds");

    @ParameterizedTest
    @CsvSource({
        "operator:plants, viewer, true, false, false",
        "operator:plants, operator, true, false, false",
        "labeller:*, viewer, true, true, true",
        "labeller:*, operator, false, false, false",
        "labeller, labeller, true, true, true",
        "viewer:birds, viewer, false, true, false"
    })
    void aRoleHoldsForItsModelAndForWhatLesserRolesMay(
            String grant, String needed, boolean plants, boolean birds, boolean all) {
        // Given
        Grant given = Grant.of(grant);
        Role role = Role.of(needed);

        // When, then
        assertThat(given.allows(role, PLANTS)).isEqualTo(plants);
        assertThat(given.allows(role, BIRDS)).isEqualTo(birds);
        assertThat(given.allowsAll(role)).isEqualTo(all);
    }

    @Test
    void itIsWrittenAsItIsRead() {
        for (String text : new String[] {"operator:plants", "viewer:*"}) {
            assertThat(Grant.of(text)).hasToString(text);
            assertThat(Json.read(Json.write(Grant.of(text)), Grant.class)).isEqualTo(Grant.of(text));
        }
        assertThat(Grant.of("viewer")).isEqualTo(Grant.of("viewer:*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "Operator:plants", "operator:", "operator:Plants", "operator:a:b", ":plants"})
    void whatIsNoGrantIsRefused(String text) {
        assertThatThrownBy(() -> Grant.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
