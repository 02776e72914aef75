package io.hone.ingest.labelstudio;

import io.hone.platform.bucket.Buckets;
import io.hone.platform.settings.NamedVariables;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

@ApplicationScoped
class LabelStudioBeans {

    @Produces
    @Singleton
    Annotations annotations(Buckets buckets) {
        return new Annotations(buckets.images());
    }

    void check(@Observes StartupEvent event, Config config, LabelStudioConfig tools) {
        NamedVariables.requireKnown(
                config, LabelStudioTool.FAMILY, tools.tools().keySet(), LabelStudioConfig.LabelStudio.class);
    }
}
