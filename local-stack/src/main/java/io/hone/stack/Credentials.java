package io.hone.stack;

/** The key pair that the S3 endpoint accepts; its one user may do everything. */
public record Credentials(String accessKey, String secretKey) {
    /** For an endpoint on the loopback interface: these keys are no secret. */
    public static final Credentials LOCAL = new Credentials("hone-local", "hone-local-secret");

    public Credentials {
        requireText("accessKey", accessKey);
        requireText("secretKey", secretKey);
    }

    @Override
    public String toString() {
        return "Credentials[accessKey=" + accessKey + ", secretKey=…]";
    }

    private static void requireText(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " of the S3 endpoint is empty: give at least one character");
        }
    }
}
