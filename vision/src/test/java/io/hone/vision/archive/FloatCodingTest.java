package io.hone.vision.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FloatCodingTest {

    @ParameterizedTest
    @EnumSource(names = {"FLOAT16", "BFLOAT16"})
    void everySixteenBitNumberComesBack(TensorType type) {
        for (int bits = 0; bits < 1 << 16; bits++) {
            double value = FloatCoding.read(type, buffer(bits));
            if (!Double.isNaN(value)) {
                assertThat(encoded(type, value)).isEqualTo(bits);
            }
        }
    }

    /** Bits as PyTorch 1.13 gives them: {@code torch.tensor(value).to(type).view(torch.int16)}. */
    @ParameterizedTest
    @CsvSource({
        "FLOAT16, 1, 3c00",
        "FLOAT16, -2.5, c100",
        "FLOAT16, 0.1, 2e66",
        "FLOAT16, 65504, 7bff",
        "FLOAT16, 65519.9, 7bff",
        "FLOAT16, 65520, 7c00",
        "FLOAT16, 1.00048828125, 3c00",
        "FLOAT16, 1.00146484375, 3c02",
        "FLOAT16, 5.9604645e-8, 0001",
        "FLOAT16, 2.9802322e-8, 0000",
        "FLOAT16, 2.9802326e-8, 0001",
        "FLOAT16, 6.1035152e-5, 0400",
        "FLOAT16, -0.0, 8000",
        "FLOAT16, NaN, 7e00",
        "BFLOAT16, 1, 3f80",
        "BFLOAT16, 0.1, 3dcd",
        "BFLOAT16, 1.00390625, 3f80",
        "BFLOAT16, 1.01171875, 3f82",
        "BFLOAT16, 3.4e38, 7f80",
        "BFLOAT16, -Infinity, ff80",
        "BFLOAT16, NaN, 7fc0"
    })
    void roundsToTheNearestAndTiesToEven(TensorType type, float value, String bits) {
        assertThat(encoded(type, value)).isEqualTo(Integer.parseInt(bits, 16));
    }

    @Test
    void notANumberStaysNone() {
        assertThat(FloatCoding.read(TensorType.FLOAT16, buffer(0x7c01))).isNaN();
        assertThat(FloatCoding.read(TensorType.FLOAT16, buffer(0xfc00))).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static ByteBuffer buffer(int bits) {
        return ByteBuffer.allocate(Short.BYTES).putShort(0, (short) bits);
    }

    private static int encoded(TensorType type, double value) {
        ByteBuffer to = ByteBuffer.allocate(Short.BYTES);
        FloatCoding.write(type, value, to);
        return Short.toUnsignedInt(to.getShort(0));
    }
}
