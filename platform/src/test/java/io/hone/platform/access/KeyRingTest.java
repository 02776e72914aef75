package io.hone.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.access.Grant;
import io.hone.registry.access.ApiKey;
import io.hone.registry.access.ApiKeys;
import io.hone.registry.access.ApiKeys.Created;
import io.hone.registry.access.KeyText;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.store.ObjectStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final InMemoryObjectStore bucket = new InMemoryObjectStore();
    private final ApiKeys keys = new ApiKeys(bucket);
    private Instant now = Instant.parse("2026-11-22T10:15:30Z");
    private final KeyRing ring = new KeyRing(keys, REFRESH, () -> now);

    private Created given(String name) {
        return keys.create(name, List.of(Grant.of("viewer:*")), now, "ada");
    }

    @Test
    void aNewKeyOpensAtOnce() {
        // Given: somebody came before it was there
        Created first = given("first");
        assertThat(ring.find(first.text())).isPresent();

        // When
        Created second = given("second");

        // Then
        assertThat(ring.find(second.text())).contains(second.key());
    }

    @Test
    void whileStrangersTryManyKeysTheBucketIsAskedNowAndThenAndANewKeyOpensAMomentLater() {
        // Given
        AtomicInteger asked = new AtomicInteger();
        KeyRing tried = new KeyRing(new ApiKeys(telling(asked::incrementAndGet)), REFRESH, () -> now);
        for (int i = 0; i < 1000; i++) {
            tried.find(stranger());
        }
        int before = asked.get();
        Created key = given("first");
        assertThat(tried.find(key.text())).isEmpty();

        // When
        now = now.plusSeconds(1);

        // Then
        assertThat(tried.find(key.text())).contains(key.key());
        assertThat(before).isLessThan(20);
        assertThat(asked.get()).isEqualTo(before + 1);
    }

    private static KeyText stranger() {
        return KeyText.parse("hone_aaaaaaaaaaaaa_" + "A".repeat(43)).orElseThrow();
    }

    /** The bucket, which first tells that it was asked which keys there are. */
    private ObjectStore telling(Runnable asked) {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("keys")) {
                        asked.run();
                    }
                    return method.invoke(bucket, arguments);
                });
    }

    @Test
    void aRevokedKeyOpensNoLongerThanTheRefresh() {
        // Given
        Created key = given("first");
        assertThat(ring.find(key.text())).isPresent();
        keys.revoke(key.key().id(), now, "ada");

        // When
        now = now.plus(REFRESH).plusSeconds(1);

        // Then
        assertThat(ring.find(key.text())).isEmpty();
    }

    @Test
    void aWrongSecretOpensNothing() {
        // Given
        Created key = given("first");
        Created other = given("second");

        // When, then
        assertThat(ring.find(new KeyText(key.key().id(), other.text().secret())))
                .isEmpty();
    }

    @Test
    void aKeyThatIsKnownOpensWhileTheBucketIsSlowToTellOfOthers() throws Exception {
        // Given: somebody whose key nobody knows keeps the bucket busy
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Void> answered = new CompletableFuture<>();
        AtomicBoolean slow = new AtomicBoolean();
        ObjectStore store = telling(() -> {
            if (slow.get()) {
                asked.countDown();
                answered.join();
            }
        });
        KeyRing hurried = new KeyRing(new ApiKeys(store), REFRESH, () -> now);
        Created key = given("first");
        assertThat(hurried.find(key.text())).isPresent();
        now = now.plus(REFRESH).plusSeconds(1);
        slow.set(true);
        CompletableFuture<Optional<ApiKey>> stranger = CompletableFuture.supplyAsync(() -> hurried.find(stranger()));
        asked.await();

        // When
        Optional<ApiKey> found = hurried.find(key.text());

        // Then
        assertThat(found).contains(key.key());
        assertThat(stranger).isNotDone();
        answered.complete(null);
        assertThat(stranger.get()).isEmpty();
    }

    @Test
    void theLastUseIsNoted() {
        // Given
        Created key = given("first");

        // When
        ring.find(key.text());

        // Then
        assertThat(keys.find(key.key().id()).orElseThrow().lastUsedAt()).contains(now);
    }
}
