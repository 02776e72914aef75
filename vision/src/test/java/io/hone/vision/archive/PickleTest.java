package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hone.vision.archive.PickleValue.Instance;
import io.hone.vision.archive.PickleValue.Int;
import io.hone.vision.archive.PickleValue.Real;
import io.hone.vision.archive.PickleValue.Sequence;
import io.hone.vision.archive.PickleValue.Text;
import io.hone.vision.archive.PickleValue.Tuple;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PickleTest {

    @Test
    void numbersKeepTheirPositions() {
        // Given
        TestPickle pickle = new TestPickle()
                .op('(')
                .op('K', 200)
                .op('M', 0x34, 0x12)
                .op('J', 0xff, 0xff, 0xff, 0xff)
                .op(0x8a, 8, 0, 0, 0, 0, 0, 1, 0, 0)
                .op('t');

        // When
        PickleValue top = read(pickle.stop());

        // Then
        assertThat(((Tuple) top).items())
                .containsExactly(new Int(3, 200), new Int(5, 0x1234), new Int(8, -1), new Int(13, 1L << 40));
    }

    @Test
    void textsAndRealsAreRead() {
        // Given
        TestPickle pickle = new TestPickle()
                .text("Käfer")
                .op('G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0)
                .op(0x86);

        // When
        PickleValue top = read(pickle.stop());

        // Then
        assertThat(((Tuple) top).items()).containsExactly(new Text("Käfer"), new Real(1.5));
    }

    @Test
    void listsOfOneTypeAreLists() {
        // Given
        TestPickle pickle = new TestPickle()
                .global("torch.jit._pickle", "build_intlist")
                .op('(', ']', '(', 'K', 1, 'K', 2, 'e', 't', 'R');

        // When
        PickleValue top = read(pickle.stop());

        // Then
        assertThat(((Sequence) top).items()).hasSize(2);
    }

    @Test
    void nothingIsMadeOfAClassButItsName() {
        // When
        PickleValue top = read(new TestPickle().module().stop());

        // Then
        assertThat(((Instance) top).type().qualified()).isEqualTo("__torch__.M");
    }

    @Test
    void foreignFunctionIsRefusedByName() {
        assertRefused(
                new TestPickle().global("os", "system").text("id").op(0x85, 'R').stop(), "os.system");
        assertRefused(new TestPickle().global("builtins", "eval").stop(), "builtins.eval");
        assertRefused(new TestPickle().global("torch", "load").stop(), "torch.load");
        assertRefused(new TestPickle().global("__torch__x", "M").stop(), "__torch__x.M");
    }

    @Test
    void compiledInClassIsRefused() {
        assertRefused(
                new TestPickle()
                        .global("__torch__.torch.classes.quantized", "Conv2dPackedParamsBase")
                        .stop(),
                "Conv2dPackedParamsBase");
    }

    @Test
    void foreignOpcodeIsRefused() {
        assertRefused(new TestPickle().text("os").text("system").op(0x93).stop(), "opcode 0x93");
        assertRefused(new TestPickle().op('i').stop(), "opcode 0x69");
    }

    @Test
    void otherProtocolIsRefused() {
        assertRefused(new byte[] {(byte) 0x80, 4, 'N', '.'}, "no pickle of protocol 2");
        assertRefused("(lp0\n.".getBytes(UTF_8), "no pickle of protocol 2");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertRefused(new TestPickle().op('K', 1, ')', 'R').stop(), "calls what is no function");
        assertRefused(new TestPickle().op('K', 1, ')', 0x81).stop(), "no TorchScript class");
        assertRefused(new TestPickle().global("__torch__", "M").op(')', 'R').stop(), "__torch__.M");
        assertRefused(
                new TestPickle()
                        .global("torch._utils", "_rebuild_tensor_v2")
                        .op(')', 'R')
                        .stop(),
                "arguments");
        assertRefused(new TestPickle().op('K', 1, 'Q').stop(), "storage");
        assertRefused(new TestPickle().op('N', '(', 'N', 'e').stop(), "needs a Sequence");
        assertRefused(new TestPickle().op('}', '(', 'N', 'u').stop(), "a key without a value");
        assertRefused(new TestPickle().op('h', 9).stop(), "never remembered");
        assertRefused(new TestPickle().op('t').stop(), "no mark");
        assertRefused(new TestPickle().op('N', '(', 0x85).stop(), "more from the stack");
        assertRefused(new TestPickle().op('q', 0).stop(), "more from the stack");
        assertRefused(new TestPickle().op('N', 'N').stop(), "ends with 2 values");
        assertRefused(new TestPickle().op(0x8a, 1, 1).stop(), "8");
    }

    @Test
    void unfinishedPickleIsRefused() {
        assertRefused(new TestPickle().op('N').unfinished(), "ends where 1 more bytes are needed");
        assertRefused(new TestPickle().op('X', 255, 255, 255, 127).unfinished(), "more bytes are needed");
        assertRefused(new TestPickle().op('X', 255, 255, 255, 255).unfinished(), "4294967295 bytes");
        assertRefused(new TestPickle().op('c', 'o', 's').unfinished(), "ends");
    }

    @Test
    void endlessPickleIsRefused() {
        // Given
        byte[] pickle = new byte[3_000_000];
        Arrays.fill(pickle, (byte) ']');
        pickle[0] = (byte) 0x80;
        pickle[1] = 2;

        // Then
        assertRefused(pickle, "more than 2000000 opcodes");
    }

    /** Whatever the bytes, the answer is a value or the one exception. */
    @Test
    void damagedPicklesDoNoHarm() throws Exception {
        // Given
        byte[] sound = TestArchive.like("residual.pt").entry("residual/data.pkl");
        Random random = new Random(1);
        int refused = 0;

        // When
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = sound.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                read(damaged);
            } catch (NotTorchScriptException e) {
                refused++;
            }
        }

        // Then
        assertThat(refused).isBetween(200, 1_000);
    }

    private static void assertRefused(byte[] pickle, String why) {
        assertThatExceptionOfType(NotTorchScriptException.class)
                .isThrownBy(() -> read(pickle))
                .withMessageStartingWith("data.pkl, byte ")
                .withMessageContaining(why);
    }

    private static PickleValue read(byte[] pickle) {
        return Pickle.read("data.pkl", pickle).top();
    }
}
