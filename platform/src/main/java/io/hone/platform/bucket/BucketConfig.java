package io.hone.platform.bucket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How to reach the S3 server. The buckets themselves have fixed names: {@code models} and {@code images}. */
@ConfigMapping(prefix = "hone.bucket")
public interface BucketConfig {

    /** Such as {@code http://localhost:9000}. */
    String endpoint();

    String accessKey();

    String secretKey();

    /** Asked for by AWS; other servers take any. */
    @WithDefault("us-east-1")
    String region();
}
