package io.hone.ingest.intake;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.record.KnownImage;
import java.util.Optional;

/** No label is doubted. */
final class NothingAside implements Aside {

    @Override
    public Optional<KnownImage> glance(ModelName model, ImageId id) {
        return Optional.empty();
    }

    @Override
    public Optional<KnownImage> find(ModelName model, ImageId id) {
        return Optional.empty();
    }

    @Override
    public Optional<ImageId> annotated(ModelName model, String annotation) {
        return Optional.empty();
    }

    @Override
    public LabelledImage read(ModelName model, KnownImage image) {
        throw new AssertionError("nothing lies here");
    }

    @Override
    public void forget(ModelName model, ImageId id) {
        // There is nothing to forget.
    }
}
