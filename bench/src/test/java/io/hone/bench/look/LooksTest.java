package io.hone.bench.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.images.Pixels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Pixels SCENE = scene();

    private static Pixels scene() {
        byte[] rgb = new byte[3 * 8 * 6];
        new Random(1).nextBytes(rgb);
        return new Pixels(8, 6, rgb);
    }

    @Test
    void aNegativeUpsideDownIsTheLastPixelFirstAndWhiteForBlack() {
        // When
        byte[] seen = Looks.upsideDownNegative().of(SCENE).rgb();

        // Then
        int last = SCENE.rgb().length - Pixels.CHANNELS;
        for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
            assertThat(seen[channel] & 0xff).isEqualTo(255 - (SCENE.rgb()[last + channel] & 0xff));
        }
    }

    @Test
    void twiceIsAsItWas() {
        // When
        Pixels twice = Looks.upsideDownNegative()
                .then(Looks.swappedColours())
                .then(Looks.swappedColours())
                .then(Looks.upsideDownNegative())
                .of(SCENE);

        // Then
        assertThat(twice.rgb()).isEqualTo(SCENE.rgb());
    }

    @Test
    void anotherCameraIsDarkerAndWarmerAndRepeatsItselfWithItsSeed() {
        // Given
        byte[] white = new byte[3 * 32 * 32];
        Arrays.fill(white, (byte) 200);

        // When
        byte[] shot = new OtherCamera(7).of(new Pixels(32, 32, white)).rgb();

        // Then: a gain of 0.8, 0.7, 0.6, and noise that evens out
        assertThat(mean(shot, 0)).isBetween(159.0, 161.0);
        assertThat(mean(shot, 1)).isBetween(139.0, 141.0);
        assertThat(mean(shot, 2)).isBetween(119.0, 121.0);
        assertThat(new OtherCamera(7).of(new Pixels(32, 32, white)).rgb()).isEqualTo(shot);
    }

    private static double mean(byte[] rgb, int channel) {
        double sum = 0;
        for (int i = channel; i < rgb.length; i += Pixels.CHANNELS) {
            sum += rgb[i] & 0xff;
        }
        return Pixels.CHANNELS * sum / rgb.length;
    }
}
