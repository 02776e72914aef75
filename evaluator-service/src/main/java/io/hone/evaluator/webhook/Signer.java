package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> 1.0 says: HMAC-SHA256 of id, time and body,
 * with full stops between. With several secrets there are as many signatures, and a receiver is content with one.
 */
final class Signer {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKeySpec> keys;

    private Signer(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * @param name of the setting, for messages; a secret itself is never shown
     * @throws IllegalArgumentException if one is no secret
     */
    static Signer of(String name, List<String> secrets) {
        if (secrets.isEmpty()) {
            throw unusable(name, "is empty");
        }
        return new Signer(secrets.stream().map(secret -> key(name, secret)).toList());
    }

    private static SecretKeySpec key(String name, String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw unusable(name, "does not begin with " + PREFIX);
        }
        byte[] key = decoded(name, secret.substring(PREFIX.length()));
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw unusable(name, "has %d bytes".formatted(key.length));
        }
        return new SecretKeySpec(key, ALGORITHM);
    }

    private static byte[] decoded(String name, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Its message would show a part of the secret.
            throw unusable(name, "is no base64");
        }
    }

    private static IllegalArgumentException unusable(String name, String what) {
        return new IllegalArgumentException(
                "%s %s, must be %s and %d to %d bytes in base64; make one with: echo %s$(openssl rand -base64 32)"
                        .formatted(name, what, PREFIX, SHORTEST, LONGEST, PREFIX));
    }

    /** The header {@code webhook-signature}: {@code v1,<base64>} for each secret, with blanks between. */
    String sign(String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(UTF_8);
        return keys.stream().map(key -> "v1," + hmac(key, head, body)).collect(Collectors.joining(" "));
    }

    private static String hmac(SecretKeySpec key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
