package io.hone.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Problem details (RFC 9457), as Hone tells them. */
final class ProblemSchema {

    static final String NAME = "Problem";
    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemSchema() {}

    static Schema make() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("Problem details (RFC 9457)")
                .addProperty(
                        "type",
                        text("urn:hone:problem:<name>; absent where the status says all that there is to say")
                                .format("uri"))
                .addProperty("title", text("what kind of problem it is"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .description("the status of the answer"))
                .addProperty("detail", text("what is wrong, and what to do about it"))
                .addProperty("instance", text("the path that was asked for"))
                .addProperty("field", text("the field, parameter or limit that it is about"))
                .addProperty("value", any("what it held"))
                .addProperty("limit", any("what it may hold, or the most that is allowed"))
                .required(List.of("title", "status"));
    }

    static Schema reference() {
        return OASFactory.createSchema().ref(NAME);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
    }

    private static Schema any(String description) {
        return OASFactory.createSchema().description(description);
    }
}
