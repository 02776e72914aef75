package io.hone.contracts.image;

/** One entry of a model's labelled-image stream. For one image, the last entry is the one that holds. */
public sealed interface ImageEntry {

    ImageId id();

    /** The image with its label, new or corrected. */
    record Labelled(LabelledImage image) implements ImageEntry {
        @Override
        public ImageId id() {
            return image.id();
        }
    }

    /** The image is taken out, of replay and hold-out alike. */
    record Removed(ImageId id) implements ImageEntry {}
}
