package io.hone.evaluator.drift;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.TestKafka;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.Producer;

/** Puts images of one colour each on a model's topic: red, green, blue in turn, and no two the same. */
final class ColourStream implements AutoCloseable {

    private static final int[] PAINT = {0xC02010, 0x10C020, 0x2010C0};

    private final ModelName model;
    private final Producer<String, byte[]> producer = TestKafka.clients().producer(Map.of());

    ColourStream(ModelName model) {
        this.model = model;
    }

    /** With their colours as labels, for training and hold-out in turn. */
    long send(int from, int to) {
        return send(from, to, i -> Manifests.COLOURS.label(i % 3), i -> i % 2 == 0 ? Split.TRAINING : Split.HOLD_OUT);
    }

    long send(int from, int to, String label) {
        return send(from, to, i -> label, i -> Split.TRAINING);
    }

    /** @return the offset after the last */
    long send(int from, int to, IntFunction<String> label, IntFunction<Split> split) {
        long next = 0;
        for (int i = from; i < to; i++) {
            next = send(i, label.apply(i), split.apply(i)) + 1;
        }
        return next;
    }

    private long send(int number, String label, Split split) {
        byte[] png = png(number);
        LabelledImage image = new LabelledImage(
                ImageId.of(png),
                label,
                Optional.of(split),
                Optional.empty(),
                Optional.empty(),
                URI.create("/test"),
                Instant.now(),
                "image/png",
                new ImagePayload.Inline(png));
        try {
            return producer.send(ImageRecords.labelled(
                            model, image, UUID.randomUUID().toString()))
                    .get()
                    .offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png(int number) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 256; pixel++) {
            image.setRGB(pixel % 16, pixel / 16, PAINT[number % 3]);
        }
        image.setRGB(0, 0, number);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
