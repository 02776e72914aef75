package io.hone.vision.archive;

/** The file is no TorchScript, or none that can be trusted; the message says what it is instead and what to do. */
public final class NotTorchScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotTorchScriptException(String message) {
        super(message);
    }

    public NotTorchScriptException(String message, Throwable cause) {
        super(message, cause);
    }
}
