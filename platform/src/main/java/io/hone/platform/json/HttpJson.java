package io.hone.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.contracts.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Answers are written as events and objects in the bucket are. */
@Singleton
class HttpJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(new Configuring((JsonMapper) mapper));
    }

    /** A builder that works on the mapper it is given. */
    private static final class Configuring extends JsonMapper.Builder {
        Configuring(JsonMapper mapper) {
            super(mapper);
        }
    }
}
