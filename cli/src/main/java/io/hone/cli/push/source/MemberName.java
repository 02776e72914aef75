package io.hone.cli.push.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tar member's name, as WebDataset reads it.
 *
 * @param key what the members of a sample share: the path up to the first dot of the base name
 * @param suffix behind that dot, in lower case
 * @see <a href="https://github.com/webdataset/webdataset">WebDataset</a>
 */
record MemberName(String key, String suffix) {

    private static final Pattern NAME = Pattern.compile("((?:.*/)?[^./][^./]*)\\.([^/]+)", Pattern.DOTALL);

    /** Empty for names that belong to no sample, such as those that begin with a dot. */
    static Optional<MemberName> of(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new MemberName(matcher.group(1), matcher.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
