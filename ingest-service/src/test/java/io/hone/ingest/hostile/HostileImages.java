package io.hone.ingest.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Makes of real images what senders with bad files or bad intentions send. The same seed gives the same bytes. */
final class HostileImages {

    private static final String NONE = "none";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
    private static final int UNPACKED = 32 << 20;
    private static final Map<String, byte[]> BOMBS = Map.of(
            "iCCP", unpacking(new byte[] {'a', 0, 0}),
            "zTXt", unpacking(new byte[] {'a', 0, 0}),
            "iTXt", unpacking(new byte[] {'a', 0, 1, 0, 0, 0}),
            "IDAT", unpacking(new byte[0]));

    private final List<byte[]> originals;
    private final Random random;
    private final Map<String, Damage> damages = new LinkedHashMap<>();

    /** What is done to an image. */
    private interface Damage {
        byte[] to(byte[] original);
    }

    /** @param damage what was done to it, for messages */
    record HostileImage(String damage, byte[] bytes) {

        boolean isGood() {
            return damage.equals(NONE);
        }
    }

    HostileImages(List<byte[]> originals, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
        damages.put(NONE, original -> original);
        damages.put("cut off", original -> Arrays.copyOf(original, random.nextInt(original.length)));
        damages.put("damaged", original -> damaged(original, 0, original.length));
        damages.put("damaged header", original -> damaged(original, 0, Math.min(64, original.length)));
        damages.put("damaged behind its type", original -> damaged(original, 12, original.length));
        damages.put("two halves", this::spliced);
        damages.put("another type's beginning", this::mislabelled);
        damages.put("another file behind it", original -> joined(original, any()));
        damages.put("a run of one byte", this::overwritten);
        damages.put("a part taken out", this::shortened);
        damages.put("a part twice", this::stuttered);
        damages.put("declares another size", this::resized);
        damages.put("unpacks to much", original -> bomb());
        damages.put("scans again and again", this::rescanned);
        damages.put("turned in some way", this::turned);
        damages.put("no image", original -> text());
        damages.put("noise", original -> noise(random.nextInt(5_000)));
        damages.put("noise behind a type's beginning", original -> joined(Arrays.copyOf(original, 16), noise(3_000)));
    }

    /** Each kind of damage in turn. */
    HostileImage next(int number) {
        List<String> names = List.copyOf(damages.keySet());
        String name = names.get(number % names.size());
        return new HostileImage(name, damages.get(name).to(any()));
    }

    private byte[] any() {
        return originals.get(random.nextInt(originals.size()));
    }

    private byte[] damaged(byte[] original, int from, int to) {
        byte[] damaged = original.clone();
        for (int i = random.nextInt(12); i >= 0; i--) {
            int at = from + random.nextInt(to - from);
            damaged[at] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(2) - 1);
        }
        return damaged;
    }

    private byte[] spliced(byte[] original) {
        byte[] other = any();
        int from = random.nextInt(other.length);
        return joined(
                Arrays.copyOf(original, random.nextInt(original.length)),
                Arrays.copyOfRange(other, from, other.length));
    }

    private byte[] mislabelled(byte[] original) {
        byte[] mislabelled = original.clone();
        System.arraycopy(any(), 0, mislabelled, 0, 1 + random.nextInt(20));
        return mislabelled;
    }

    private byte[] overwritten(byte[] original) {
        byte[] overwritten = original.clone();
        int from = random.nextInt(original.length);
        Arrays.fill(overwritten, from, from + random.nextInt(original.length - from), (byte) -random.nextInt(2));
        return overwritten;
    }

    private byte[] shortened(byte[] original) {
        int from = random.nextInt(original.length);
        int to = from + random.nextInt(original.length - from);
        return joined(Arrays.copyOf(original, from), Arrays.copyOfRange(original, to, original.length));
    }

    private byte[] stuttered(byte[] original) {
        int from = random.nextInt(original.length);
        int to = from + random.nextInt(original.length - from);
        return joined(Arrays.copyOf(original, to), Arrays.copyOfRange(original, from, original.length));
    }

    private byte[] resized(byte[] original) {
        byte[] resized = original.clone();
        int[] sizes = {0, 1, 33, 4_999, 5_000, 30_000, 65_535, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE, -1};
        ByteBuffer fields = ByteBuffer.wrap(resized);
        int width = sizes[random.nextInt(sizes.length)];
        int height = sizes[random.nextInt(sizes.length)];
        switch (original[0]) {
            case 'B' -> fields.putInt(18, Integer.reverseBytes(width)).putInt(22, Integer.reverseBytes(height));
            case 'G' -> fields.putShort(6, Short.reverseBytes((short) width)).putShort(8, (short) height);
            case 'R' -> fields.putInt(24, width).putShort(26, (short) height);
            case (byte) 0xFF -> {
                int frame = find(original, 0xC0, 0xC2);
                fields.putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
            }
            default -> fields.putInt(16, width).putInt(20, height);
        }
        return resized;
    }

    /** A PNG of few pixels whose text, profile or image data unpack to megabytes; with a palette half of the times. */
    private byte[] bomb() {
        List<String> kinds = BOMBS.keySet().stream().sorted().toList();
        String kind = kinds.get(random.nextInt(kinds.size()));
        int side = kind.equals("IDAT") ? 2_000 : 8;
        byte[] header = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put(new byte[] {8, (byte) (random.nextBoolean() ? 3 : 2), 0, 0, 0})
                .array();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(PNG);
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("PLTE", new byte[6]));
        for (int i = kind.equals("IDAT") ? 0 : random.nextInt(5); i >= 0; i--) {
            png.writeBytes(chunk(kind, BOMBS.get(kind)));
        }
        png.writeBytes(chunk("IDAT", packed(new byte[0], 8 * 25)));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private byte[] rescanned(byte[] original) {
        int scan = original[0] == (byte) 0xFF ? find(original, 0xDA, 0xDA) : 0;
        byte[] again = Arrays.copyOfRange(original, scan, original.length - 2);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(original, 0, original.length - 2);
        for (int i = random.nextInt(100); i >= 0; i--) {
            bomb.writeBytes(again);
        }
        bomb.write(original, original.length - 2, 2);
        return bomb.toByteArray();
    }

    /** EXIF data with offsets that lead anywhere, before a JPEG's other segments. */
    private byte[] turned(byte[] original) {
        ByteBuffer exif = ByteBuffer.allocate(40).putShort((short) 0xFFE1).putShort((short) 38);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        exif.putInt(random.nextBoolean() ? 8 : random.nextInt()).putShort((short) random.nextInt(3));
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) random.nextInt(12));
        return joined(
                joined(Arrays.copyOf(original, 2), exif.array()), Arrays.copyOfRange(original, 2, original.length));
    }

    private byte[] text() {
        List<String> texts = List.of(
                "",
                "B",
                "BM",
                "GIF89a",
                "\u00ff\u00d8\u00ff",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<!DOCTYPE html><html>",
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>",
                "%PDF-1.7\n",
                "PK\u0003\u0004",
                "II*\0\u0008\0\0\0",
                "label,image\ncat,1.png\n",
                "{\"image\":\"../../etc/passwd\"}");
        return texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** Where a JPEG's first marker of this range is; its end when it has none. */
    private static int find(byte[] jpeg, int first, int last) {
        int at = 2;
        while (at + 9 < jpeg.length) {
            int marker = Byte.toUnsignedInt(jpeg[at + 1]);
            if (jpeg[at] == (byte) 0xFF && marker >= first && marker <= last) {
                return at;
            }
            at++;
        }
        return jpeg.length - 10;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static byte[] unpacking(byte[] before) {
        return packed(before, UNPACKED);
    }

    private static byte[] packed(byte[] before, int zeros) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(before);
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(new byte[zeros]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
