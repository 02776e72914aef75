package io.hone.ingest.upload;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Describes the multipart request of many images; {@link io.hone.ingest.body.Form} holds it. */
@Schema(requiredProperties = {"image", "metadata"})
record BatchForm(
        @Schema(description = "the images, each a part of this name, sent as a file")
        List<FileUpload> image,

        @Schema(description = "one entry for each image, in the order of the images")
        List<ImageMetadata> metadata) {}
