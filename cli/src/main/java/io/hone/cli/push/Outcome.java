package io.hone.cli.push;

/** What became of one image. */
sealed interface Outcome {

    /** Where the image was found. */
    String name();

    /** It is not in the stream; others may be. */
    sealed interface Failed extends Outcome {

        String reason();

        /** In a few words, what kind of failure it is. */
        String kind();
    }

    /** In the stream, acknowledged by the broker. */
    record Accepted(LabelledImage image, String id, String split) implements Outcome {

        @Override
        public String name() {
            return image.name();
        }
    }

    /** Not in the stream, and it would not be if it were sent again. */
    record Refused(LabelledImage image, String reason) implements Failed {

        @Override
        public String name() {
            return image.name();
        }

        @Override
        public String kind() {
            return "refused";
        }
    }

    /** Not in the stream, because a service was away for too long. */
    record Undelivered(LabelledImage image, String reason) implements Failed {

        @Override
        public String name() {
            return image.name();
        }

        @Override
        public String kind() {
            return "not delivered";
        }
    }

    /** Not sent: the source does not give an image with its label there. */
    record Unusable(String name, String reason) implements Failed {

        @Override
        public String kind() {
            return "not usable";
        }
    }
}
