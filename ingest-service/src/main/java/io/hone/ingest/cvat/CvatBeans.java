package io.hone.ingest.cvat;

import io.hone.platform.settings.NamedVariables;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** A setting that cannot be used stops the start. */
@ApplicationScoped
class CvatBeans {

    void check(@Observes StartupEvent event, Config config, CvatConfig tools) {
        NamedVariables.requireKnown(config, CvatTool.FAMILY, tools.tools().keySet(), CvatConfig.Cvat.class);
    }
}
