package io.hone.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import io.hone.contracts.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Answers are written as events and objects in the bucket are. */
@Singleton
class HttpJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(new Configuring(mapper));
    }

    /** A builder that works on the mapper it is given. */
    private static final class Configuring extends MapperBuilder<ObjectMapper, Configuring> {
        Configuring(ObjectMapper mapper) {
            super(mapper);
        }
    }
}
