package io.hone.ingest.cvat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands in {@code X-Signature-256}: {@code sha256=} and the HMAC-SHA256 of the body in hexadecimal digits. */
record Signature(String secret) {

    static final String HEADER = "X-Signature-256";

    private static final String ALGORITHM = "HmacSHA256";

    /** Takes as long for a wrong one as for the right one. */
    boolean is(String given, byte[] body) {
        return MessageDigest.isEqual(of(body).getBytes(UTF_8), given.getBytes(UTF_8));
    }

    String of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
