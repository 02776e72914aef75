package io.hone.registry.settings;

/** What somebody wants set cannot be set; the message names key, value and limit. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String value;
    private final String limit;

    /**
     * @param value as it was given
     * @param limit what it must be
     */
    public InvalidSettingException(String key, String value, String limit, String message, Throwable cause) {
        super(message, cause);
        this.key = key;
        this.value = value;
        this.limit = limit;
    }

    /** The subject, such as {@code recipe}, when it is not one key alone that is wrong. */
    public String key() {
        return key;
    }

    /** As it was given. */
    public String value() {
        return value;
    }

    /** What the value must be. */
    public String limit() {
        return limit;
    }
}
