package io.hone.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that others sent in, taken apart in one way only: what could be read in two ways is refused.
 *
 * @param uri without a fragment
 */
record Destination(URI uri) {

    static final int LONGEST = 4_096;

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}:.*", Pattern.DOTALL);

    /** Names whose last part is a number are read as IP addresses by some, in ways of their own; a zone is nobody's. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?|.*%.*", Pattern.CASE_INSENSITIVE);

    private static final String HARMLESS = "-._~:/?#[]@!$&'()*+,;=%";

    /** @throws FetchException if it is no address with a scheme and a host (or bucket) */
    static Destination of(String address) {
        if (address.length() > LONGEST) {
            throw FetchException.refused(
                    "the address has %d characters, at most %d are allowed".formatted(address.length(), LONGEST));
        }
        if (!SCHEME.matcher(address).matches()) {
            throw FetchException.refused(
                    "'%s' is no address such as https://images.example.org/1.jpg".formatted(shown(address)));
        }
        try {
            return new Destination(checked(new URI(escaped(address)), address));
        } catch (URISyntaxException e) {
            throw FetchException.refused("'%s' is no address: %s".formatted(shown(address), e.getReason()));
        }
    }

    private static URI checked(URI uri, String address) throws URISyntaxException {
        String host = uri.getHost();
        boolean bucket = "s3".equalsIgnoreCase(uri.getScheme()) && uri.getRawAuthority() != null;
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            throw FetchException.refused(
                    "the address of '%s' holds a user or a password, which is not allowed".formatted(uri.getScheme()));
        }
        if (host == null && !bucket) {
            throw FetchException.refused(
                    "'%s' has no host that is a name, or an IP address in its usual form".formatted(shown(address)));
        }
        if (host != null
                && AMBIGUOUS.matcher(host).matches()
                && Network.literal(host).isEmpty()) {
            throw FetchException.refused("'%s' is an IP address in an unusual form".formatted(host));
        }
        return new URI(uri.toASCIIString().replaceFirst("#.*", ""));
    }

    /** Tools write file names as they are: blanks and letters of any script are what a browser would make of them. */
    private static String escaped(String address) {
        StringBuilder escaped = new StringBuilder();
        address.codePoints().forEach(character -> {
            if (character == ' ') {
                escaped.append("%20");
            } else if (character < 0x80 && !Character.isLetterOrDigit(character) && HARMLESS.indexOf(character) < 0) {
                throw FetchException.refused(
                        "the address holds the character U+%04X, which must be escaped".formatted(character));
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    String scheme() {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    boolean isBucket() {
        return scheme().equals("s3");
    }

    /** Of the web. */
    Origin origin() {
        return Origin.of(uri);
    }

    /** What a redirect leads to. */
    Destination resolve(String location) {
        return of(uri.resolve(of(location, uri)).toString());
    }

    private static URI of(String location, URI base) {
        try {
            return new URI(escaped(location));
        } catch (URISyntaxException e) {
            throw FetchException.refused("%s redirects to what is no address".formatted(shown(base.toString())));
        }
    }

    /** Queries hold signatures: they are in no message. */
    String shown() {
        return shown(uri.toString());
    }

    private static String shown(String address) {
        String bare = address.replaceFirst("[?#].*", "")
                .replaceAll("//[^/@]*@", "//…@")
                .replaceAll("\\p{Cntrl}", "?");
        return bare.length() > 200 ? bare.substring(0, 200) + "…" : bare;
    }
}
