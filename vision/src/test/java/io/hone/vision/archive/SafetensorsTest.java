package io.hone.vision.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {

    private static final int BYTES = 8;

    @TempDir
    Path folder;

    @Test
    void tellsTensorsInTheOrderOfTheHeader() throws IOException {
        // Given
        Path file = new TestSafetensors()
                .floats("b", List.of(2L, 1L), 1, 2)
                .add("steps", "I64", List.of(), new byte[Long.BYTES])
                .add("none", "F32", List.of(0L, 4L), new byte[0])
                .floats("a", List.of(1L), 3)
                .write(folder.resolve("a.safetensors"));
        // When
        Map<String, StoredTensor> tensors = Safetensors.read(file);
        // Then
        assertThat(tensors).containsOnlyKeys("b", "steps", "none", "a");
        assertThat(tensors.get("b").layout().sizes()).containsExactly(2L, 1L);
        assertThat(tensors.get("b").floats()).containsExactly(1, 2);
        assertThat(tensors.get("a").floats()).containsExactly(3);
        assertThat(tensors.get("none").floats()).isEmpty();
        assertThat(tensors.get("steps").type()).isEqualTo(TensorType.INT64);
    }

    static Stream<Arguments> malformed() {
        String sound = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
        return Stream.of(
                arguments("[]", "the header must be START_OBJECT, not START_ARRAY"),
                arguments("{" + sound, "no sound JSON"),
                arguments("{" + sound + "}{}", "goes on behind its end"),
                arguments("{" + sound + "," + sound + "}", "Duplicate field 'a'"),
                arguments("{\"a\":[]}", "'a' must be START_OBJECT"),
                arguments("{\"a\":{}}", "'a' needs dtype, shape, and data_offsets of two numbers"),
                arguments(tensor("F32", "[2]", "[0,8,8]"), "data_offsets of two numbers"),
                arguments(tensor("F8_E4M3", "[8]", "[0,8]"), "'a' is of type F8_E4M3, must be one of [BF16, BOOL"),
                arguments("{\"a\":{\"dtype\":7}}", "dtype of tensor 'a' must be VALUE_STRING"),
                arguments(tensor("F32", "[2.5]", "[0,8]"), "shape of tensor 'a' must be VALUE_NUMBER_INT"),
                arguments(tensor("F32", "2", "[0,8]"), "shape of tensor 'a' must be START_ARRAY"),
                arguments(tensor("F32", "[-2]", "[0,8]"), "has shape [-2]"),
                arguments(tensor("F32", "[3]", "[0,8]"), "from byte 0 to 8, FLOAT32 of shape [3] takes 12 bytes"),
                arguments(tensor("F32", "[2]", "[8,0]"), "from byte 8 to 0"),
                arguments(tensor("F32", "[2]", "[-8,0]"), "from byte -8 to 0"),
                arguments(tensor("F32", "[4294967296,4294967296]", "[0,8]"), "impossible shape"),
                arguments(tensor("F32", "[99999999999999999999]", "[0,8]"), "out of range"),
                arguments(
                        tensor("F32", "[2]", "[4,12]"), "begins at byte 4 of the elements, must follow the one before"),
                arguments(tensor("F32", "[1]", "[0,4]"), "the tensors take 4 bytes, the file has 8"),
                arguments(tensor("F32", "[4]", "[0,16]"), "the tensors take 16 bytes, the file has 8"),
                arguments(
                        "{" + sound + "," + sound.replace("\"a\"", "\"b\"") + "}",
                        "'b' begins at byte 0 of the elements, must follow the one before at 8"),
                arguments(tensor("F32", "[" + "1,".repeat(64) + "2]", "[0,8]"), "more than 64 numbers"),
                arguments("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}}", "has 'x'"),
                arguments("{\"a\":" + "[".repeat(5000), "must be START_OBJECT"),
                arguments("{\"__metadata__\":{\"a\":" + "[".repeat(5000), "nesting depth"));
    }

    private static String tensor(String type, String shape, String offsets) {
        return "{\"a\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}".formatted(type, shape, offsets);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatContradictsTheFormatIsRefused(String header, String why) throws IOException {
        // Given
        Path file = TestSafetensors.write(folder.resolve("bad.safetensors"), header, new byte[BYTES]);
        // Then
        assertThatExceptionOfType(NotWeightsException.class)
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageStartingWith("bad.safetensors: ")
                .withMessageContaining(why);
    }

    @Test
    void headersOfImpossibleLengthAreRefused() throws IOException {
        for (long length : new long[] {0, -1, Long.MIN_VALUE, 1000, 100_000_001}) {
            // Given
            byte[] bytes = ByteBuffer.allocate(100)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .array();
            Path file = Files.write(folder.resolve("bad.safetensors"), bytes);
            // Then
            assertThatExceptionOfType(NotWeightsException.class)
                    .isThrownBy(() -> Safetensors.read(file))
                    .withMessageContaining("must be between 2 and 100000000, within a file of 100 bytes");
        }
    }

    /** Whatever the bytes, the answer is tensors or the one exception. */
    @Test
    void damagedHeadersDoNoHarm() throws IOException {
        // Given
        byte[] sound = Files.readAllBytes(new TestSafetensors()
                .floats("a", List.of(2L, 1L), 1, 2)
                .floats("b", List.of(3L), 3, 4, 5)
                .write(folder.resolve("sound.safetensors")));
        Random random = new Random(1);
        int refused = 0;
        // When
        for (int i = 0; i < 500; i++) {
            byte[] damaged = sound.clone();
            for (int flips = 0; flips < 2; flips++) {
                damaged[random.nextInt(damaged.length)] = (byte) (' ' + random.nextInt(96));
            }
            try {
                Safetensors.read(Files.write(folder.resolve("damaged.safetensors"), damaged));
            } catch (NotWeightsException e) {
                refused++;
            }
        }
        // Then
        assertThat(refused).isBetween(200, 499);
    }
}
