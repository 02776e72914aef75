package io.hone.ingest.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A form on its way in: when its sender hangs up, that is not taken for a failure of the disk that it is written to. */
final class ArrivingBody extends FilterInputStream {

    ArrivingBody(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw Bodies.endedEarly("form", e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw Bodies.endedEarly("form", e);
        }
    }
}
