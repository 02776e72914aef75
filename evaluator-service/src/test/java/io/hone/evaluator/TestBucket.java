package io.hone.evaluator;

import io.hone.contracts.ObjectKeys;
import io.hone.registry.store.S3ObjectStore;
import io.hone.stack.LocalStack;
import io.hone.stack.S3Endpoint;
import io.minio.MinioClient;

/** The embedded S3 endpoint's bucket of models, by the real client. */
public final class TestBucket {

    private static final S3ObjectStore MODELS = connect();

    private TestBucket() {}

    public static S3ObjectStore models() {
        return MODELS;
    }

    private static S3ObjectStore connect() {
        S3Endpoint s3 = LocalStack.shared().s3();
        return new S3ObjectStore(
                MinioClient.builder()
                        .endpoint(s3.endpoint().toString())
                        .region("us-east-1")
                        .credentials(s3.accessKey(), s3.secretKey())
                        .build(),
                ObjectKeys.MODELS);
    }
}
