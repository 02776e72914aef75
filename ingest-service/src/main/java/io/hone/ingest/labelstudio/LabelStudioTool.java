package io.hone.ingest.labelstudio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.Checks;
import io.hone.ingest.task.ToolSettings;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Label Studio that may send annotations.
 *
 * @param fromName of the control whose choice is the label; absent where there is one only
 * @param golden whether ground truth is golden
 */
record LabelStudioTool(
        ToolSettings settings,
        Secret secret,
        String secretHeader,
        Optional<String> fromName,
        String imageField,
        boolean golden) {

    static final String FAMILY = "hone.feeds.label-studio";

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final int LONGEST = 200;

    /** Compared in the same time, whatever is given; in no text. */
    record Secret(String value) {

        boolean is(String given) {
            return MessageDigest.isEqual(value.getBytes(UTF_8), given.getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return "…";
        }
    }

    /** @throws IllegalArgumentException if a setting cannot be used; the message names it, its value and what it must be */
    static LabelStudioTool of(String name, LabelStudioConfig.LabelStudio config) {
        ToolSettings settings = ToolSettings.of(FAMILY, name, config.address(), config.token(), config.models());
        String prefix = settings.prefix();
        if (!HEADER.matcher(config.secretHeader()).matches()) {
            throw new IllegalArgumentException("%s.secret-header is '%s', must be a header's name such as X-Hone-Secret"
                    .formatted(prefix, config.secretHeader()));
        }
        return new LabelStudioTool(
                settings,
                new Secret(ToolSettings.secret(prefix + ".secret", config.secret())),
                config.secretHeader(),
                config.fromName().map(from -> Checks.line(prefix + ".from-name", from, LONGEST)),
                Checks.line(prefix + ".image-field", config.imageField(), LONGEST),
                config.golden());
    }

    String name() {
        return settings.name();
    }

    /** Beginning of its settings' keys. */
    String prefix() {
        return settings.prefix();
    }

    /**
     * Of an image: uploaded ones have no host of their own. A Label Studio below a path of its host tells paths with that
     * path before them.
     */
    String resolve(String image) {
        if (!image.startsWith("/") || image.startsWith("//")) {
            return image;
        }
        String path = URI.create(settings.address()).getRawPath();
        String host = settings.address().substring(0, settings.address().length() - path.length());
        return (image.startsWith(path + "/") ? host : settings.address()) + image;
    }
}
