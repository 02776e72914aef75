package io.hone.bench.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * An HTTP/1.1 connection that is kept, and does nothing but what is measured here: it shares its machine with the service,
 * and a client that does more would be measured with it.
 */
final class Connection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BUFFER = 64 << 10;
    /** Where the three digits of it stand in an answer's first line. */
    private static final int STATUS = "HTTP/1.1 ".length();

    private static final String LENGTH = "content-length:";
    private static final String ENCODING = "transfer-encoding:";

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String host;

    /** @param body as text */
    record Answer(int status, String body) {}

    Connection(URI address) throws IOException {
        this.socket = new Socket(address.getHost(), address.getPort());
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout((int) PATIENCE.toMillis());
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.host = address.getAuthority();
    }

    /** @param body its pieces, in order */
    Answer post(String path, String contentType, List<byte[]> body) throws IOException {
        long length = body.stream().mapToLong(piece -> piece.length).sum();
        out.write("POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, host, contentType, length)
                .getBytes(StandardCharsets.US_ASCII));
        for (byte[] piece : body) {
            out.write(piece);
        }
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        String status = line();
        int length = 0;
        boolean inChunks = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String known = header.toLowerCase(Locale.ROOT);
            if (known.startsWith(LENGTH)) {
                length = Integer.parseInt(known.substring(LENGTH.length()).strip());
            }
            inChunks |= known.startsWith(ENCODING);
        }
        byte[] body = inChunks ? chunks() : in.readNBytes(length);
        return new Answer(Integer.parseInt(status, STATUS, STATUS + 3, 10), new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service has hung up");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
