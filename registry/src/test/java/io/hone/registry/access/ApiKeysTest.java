package io.hone.registry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.access.Grant;
import io.hone.registry.access.ApiKeys.Created;
import io.hone.registry.store.InMemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final List<Grant> GRANTS = List.of(Grant.of("labeller:plants"), Grant.of("viewer:*"));

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final ApiKeys keys = new ApiKeys(store);

    private Created given(String name) {
        return keys.create(name, GRANTS, NOW, "ada");
    }

    @Test
    void aKeyOpensWithItsOwnTextOnly() {
        // Given
        Created one = given("label studio");
        Created other = given("inbox");

        // When
        KeyText presented = KeyText.parse(one.text().reveal()).orElseThrow();

        // Then
        assertThat(one.key().opensWith(presented)).isTrue();
        assertThat(other.key().opensWith(presented)).isFalse();
        assertThat(one.key().opensWith(new KeyText(one.key().id(), other.text().secret())))
                .isFalse();
        assertThat(keys.open(Map.of()))
                .containsOnlyKeys(one.key().id(), other.key().id());
    }

    @Test
    void aKeyThatSomebodySpoiltLocksNobodyElseOut() {
        // Given
        Created whole = given("label studio");
        Created spoilt = given("inbox");

        // When
        store.write(
                ObjectKeys.API_KEYS + spoilt.key().id() + ".json",
                "half".getBytes(StandardCharsets.UTF_8),
                "application/json");

        // Then
        assertThat(keys.open(Map.of())).containsOnlyKeys(whole.key().id());
    }

    @Test
    void theSecretIsKeptNowhere() {
        // When
        Created created = given("label studio");

        // Then
        assertThat(store.keys("")).isNotEmpty().allSatisfy(object -> assertThat(
                        new String(store.read(object).orElseThrow(), StandardCharsets.UTF_8))
                .doesNotContain(created.text().secret()));
        assertThat(created.toString()).doesNotContain(created.text().secret());
    }

    @Test
    void aRevokedKeyOpensNothingAndTheFirstRevocationStays() {
        // Given
        Created revoked = given("label studio");
        Created kept = given("inbox");

        // When
        keys.revoke(revoked.key().id(), NOW.plusSeconds(5), "grace");
        keys.revoke(revoked.key().id(), NOW.plusSeconds(9), "ada");

        // Then
        assertThat(keys.open(Map.of(revoked.key().id(), revoked.key())))
                .containsOnlyKeys(kept.key().id());
        assertThat(keys.find(revoked.key().id()).orElseThrow().revoked())
                .contains(new KeyState.Revocation(NOW.plusSeconds(5), "grace"));
    }

    @Test
    void allThatWereEverGivenAreListedWithTheirLastUse() {
        // Given
        Created one = given("label studio");
        Created two = keys.create("inbox", GRANTS, NOW.plusSeconds(1), "ada");
        keys.revoke(two.key().id(), NOW.plusSeconds(2), "ada");

        // When
        keys.used(one.key().id(), NOW.plusSeconds(60));

        // Then
        assertThat(keys.all())
                .extracting(state -> state.key().name(), KeyState::lastUsedAt)
                .containsExactly(
                        tuple("label studio", Optional.of(NOW.plusSeconds(60))), tuple("inbox", Optional.empty()));
    }

    @Test
    void whatIsNoIdRevokesNothing() {
        // Given
        given("label studio");

        // When, then
        assertThat(keys.revoke("../../models/plants/model", NOW, "mallory")).isEmpty();
        assertThat(keys.revoke("aaaaaaaaaaaaa", NOW, "mallory")).isEmpty();
        assertThat(store.keys("")).hasSize(1);
    }
}
