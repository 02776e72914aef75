package io.hone.vision.classifier;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Keeps an error until it is asked for: native code that writes goes on after an exception, which the virtual machine
 * does not allow it.
 */
final class PatientOutputStream extends OutputStream {

    private final OutputStream output;
    private IOException failure;

    PatientOutputStream(OutputStream output) {
        this.output = output;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure != null) {
            return;
        }
        try {
            output.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    void throwIfFailed() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
