package io.hone.evaluator.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is told over HTTP. */
@ConfigMapping(prefix = "hone.webhooks")
public interface WebhookConfig {

    /** By a name of one's own choice. */
    @WithParentName
    Map<String, Endpoint> endpoints();

    /** One that is told. */
    interface Endpoint {

        /** Where events are sent to. */
        String url();

        /** {@code whsec_} and the key in base64; several while one takes another's place. */
        List<String> secret();

        /** Such as {@code champion.moved}; without any, all. */
        Optional<List<String>> events();

        /** Whose events; without any, those of all models. */
        Optional<List<String>> models();
    }
}
