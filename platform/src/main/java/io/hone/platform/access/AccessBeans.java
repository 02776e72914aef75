package io.hone.platform.access;

import io.hone.platform.bucket.Buckets;
import io.hone.registry.access.ApiKeys;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together who may come in. */
@Singleton
class AccessBeans {

    /** At start-up: a service that would be open by oversight does not start. */
    @Startup
    @Produces
    @Singleton
    AuthSettings settings(
            AuthConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        return AuthSettings.of(config, host, provider);
    }

    @Produces
    @Singleton
    ApiKeys keys(Buckets buckets) {
        return new ApiKeys(buckets.models());
    }

    @Produces
    @Singleton
    KeyRing ring(ApiKeys keys, AuthConfig config) {
        return new KeyRing(keys, config.keyRefresh(), InstantSource.system());
    }
}
