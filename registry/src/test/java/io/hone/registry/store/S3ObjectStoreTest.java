package io.hone.registry.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.registry.TestBucket;
import io.minio.MinioClient;
import org.junit.jupiter.api.Test;

class S3ObjectStoreTest extends ObjectStoreContract {

    @Override
    ObjectStore store() {
        return TestBucket.models();
    }

    @Test
    void aStoreThatIsAwaySaysSo() {
        // Given: nobody listens on the discard port
        ObjectStore away = new S3ObjectStore(
                MinioClient.builder()
                        .endpoint("http://127.0.0.1:9")
                        .region("us-east-1")
                        .credentials("id", "secret")
                        .build(),
                "models");

        // When, Then
        assertThatThrownBy(() -> away.read("a"))
                .isInstanceOf(ObjectStoreException.class)
                .hasMessageStartingWith("cannot read 'a' in bucket 'models'");
    }
}
