package io.hone.ingest.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.ingest.cvat.CvatConfig;
import io.hone.ingest.fetch.FetchConfig;
import io.hone.ingest.fetch.FetchHeadersConfig;
import io.hone.ingest.labelstudio.LabelStudioConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As docs/feeds tells operators to set it. */
class EnvironmentTest {

    @Test
    void toolsAndWhatMayBeFetchedAreSetByEnvironment() {
        // When
        SmallRyeConfig config = config(Map.of(
                "HONE_FEEDS_LABEL_STUDIO_LAB_ADDRESS", "https://label.example.org",
                "HONE_FEEDS_LABEL_STUDIO_LAB_TOKEN", "abc",
                "HONE_FEEDS_LABEL_STUDIO_LAB_SECRET", "0123456789abcdef",
                "HONE_FEEDS_LABEL_STUDIO_LAB_FROM_NAME", "species",
                "HONE_FEEDS_LABEL_STUDIO_LAB_MODELS", "plants,animals",
                "HONE_FEEDS_CVAT_SHOP_ADDRESS", "https://cvat.example.org",
                "HONE_FEEDS_CVAT_SHOP_TOKEN", "abc",
                "HONE_FEEDS_CVAT_SHOP_SECRET", "0123456789abcdef",
                "HONE_FETCH_HOSTS", "images.example.org,*.cdn.example.org",
                "HONE_FETCH_PRIVATE_NETWORKS", "10.1.0.0/16"));

        // Then
        LabelStudioConfig.LabelStudio lab =
                config.getConfigMapping(LabelStudioConfig.class).tools().get("lab");
        assertThat(lab.address()).isEqualTo("https://label.example.org");
        assertThat(lab.token()).contains("abc");
        assertThat(lab.secret()).isEqualTo("0123456789abcdef");
        assertThat(lab.secretHeader()).isEqualTo("X-Hone-Secret");
        assertThat(lab.fromName()).contains("species");
        assertThat(lab.models()).contains(List.of("plants", "animals"));
        assertThat(config.getConfigMapping(CvatConfig.class).tools()).containsOnlyKeys("shop");
        FetchConfig fetch = config.getConfigMapping(FetchConfig.class);
        assertThat(fetch.hosts()).contains(List.of("images.example.org", "*.cdn.example.org"));
        assertThat(fetch.privateNetworks()).contains(List.of("10.1.0.0/16"));
    }

    @Test
    void soAreHeadersThatOpenHosts() {
        // When
        SmallRyeConfig config = config(Map.of(
                "HONE_FETCH_HEADERS_CDN_ADDRESS", "https://cdn.example.org",
                "HONE_FETCH_HEADERS_CDN_VALUE", "Bearer abc"));

        // Then
        FetchHeadersConfig.OpeningHeader cdn =
                config.getConfigMapping(FetchHeadersConfig.class).headers().get("cdn");
        assertThat(cdn.address()).isEqualTo("https://cdn.example.org");
        assertThat(cdn.header()).isEqualTo("Authorization");
        assertThat(cdn.value()).isEqualTo("Bearer abc");
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, text -> Duration.parse("PT" + text))
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(LabelStudioConfig.class)
                .withMapping(CvatConfig.class)
                .withMapping(FetchConfig.class)
                .withMapping(FetchHeadersConfig.class)
                .build();
    }
}
