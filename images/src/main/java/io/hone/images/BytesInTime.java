package io.hone.images;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** An image's bytes until its deadline: decoders cannot be interrupted, but all of them read. */
final class BytesInTime extends ImageInputStreamImpl {

    /** The clock is not asked for each byte. */
    private static final int READS_BETWEEN = 16;

    private final byte[] bytes;
    private final Deadline deadline;
    private int reads = 0;

    BytesInTime(byte[] bytes, Deadline deadline) {
        this.bytes = bytes;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        look();
        return streamPos < bytes.length ? Byte.toUnsignedInt(bytes[(int) streamPos++]) : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        look();
        if (streamPos >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, to, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isCached() {
        return true;
    }

    @Override
    public boolean isCachedMemory() {
        return true;
    }

    private void look() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (++reads % READS_BETWEEN == 0) {
            deadline.check();
        }
    }
}
