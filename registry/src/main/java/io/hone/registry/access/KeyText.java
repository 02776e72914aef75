package io.hone.registry.access;

import io.hone.contracts.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code hone_<id>_<secret>}. The beginning lets scanners of source code find one that
 * was committed by mistake. The secret holds 256 random bits, so one round of SHA-256 is enough to keep it.
 */
public record KeyText(String id, String secret) {

    private static final String BEGINNING = "hone_";
    private static final Pattern ID = Pattern.compile("[a-z2-7]{13}");
    private static final Pattern FORM = Pattern.compile(BEGINNING + "(" + ID + ")_([A-Za-z0-9_-]{43})");
    private static final char[] ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int ID_LENGTH = 13;
    private static final int SECRET_BYTES = 32;

    /** Empty for what cannot be a key. */
    public static Optional<KeyText> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new KeyText(form.group(1), form.group(2))) : Optional.empty();
    }

    /** Whether an object can have it in its name. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static KeyText random(SecureRandom random) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS[random.nextInt(ID_LETTERS.length)]);
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new KeyText(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    String digest() {
        return Sha256.of(secret);
    }

    /** The whole key: for its holder, and nobody else. */
    public String reveal() {
        return BEGINNING + id + "_" + secret;
    }

    /** Without the secret: it may end up in a log. */
    @Override
    public String toString() {
        return BEGINNING + id + "_…";
    }
}
