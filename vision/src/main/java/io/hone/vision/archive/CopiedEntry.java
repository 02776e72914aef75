package io.hone.vision.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** An entry of another zip file, unpacked; damage is noticed. */
record CopiedEntry(ZipEntries zip, String name) implements Content {

    @Override
    public long bytes() {
        return zip.bytes(name);
    }

    @Override
    public long crc() {
        return zip.crc(name);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
        new FileRange(() -> zip.stream(name), 0, bytes()).writeTo(checked);
        if (checked.getChecksum().getValue() != crc()) {
            throw new NotTorchScriptException(
                    "entry %s is damaged, its checksum is another; copy the file again".formatted(name));
        }
    }
}
