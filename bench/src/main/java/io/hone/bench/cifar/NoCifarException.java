package io.hone.bench.cifar;

/** CIFAR-10 is not where it should be, or not what it should be; the message says which file. */
public final class NoCifarException extends RuntimeException {

    public NoCifarException(String message) {
        super(message);
    }

    NoCifarException(String message, Exception cause) {
        super(message, cause);
    }
}
