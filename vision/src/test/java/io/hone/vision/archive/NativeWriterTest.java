package io.hone.vision.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates are written by libtorch 2.7, bases by whatever their owner has. */
class NativeWriterTest {

    @TempDir
    Path folder;

    @Test
    void whatNewLibtorchWritesIsReadAsWhatItHadRead() throws Exception {
        // Given
        TorchScriptArchive before = TorchScriptArchive.read(TestArchive.FIXTURES.resolve("residual.pt"));
        Path file = folder.resolve("rewritten.pt");

        // When
        try (Model model = Model.newInstance("residual", "PyTorch");
                OutputStream out = Files.newOutputStream(file)) {
            model.load(TestArchive.FIXTURES, "residual");
            JniUtils.writeModule((PtSymbolBlock) model.getBlock(), out, false);
        }

        // Then
        TorchScriptArchive after = TorchScriptArchive.read(file);
        assertThat(after.tensors())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("storage")
                .isEqualTo(before.tensors());
        assertThat(after.methods()).isEqualTo(before.methods());
        assertThat(after.head()).isEqualTo(before.head());
    }
}
