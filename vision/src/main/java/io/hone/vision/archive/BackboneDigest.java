package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.Sha256;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** See {@link TorchScriptArchive#backboneDigest}. */
final class BackboneDigest {

    private final OpenArchive archive;
    private final HeadCode headCode;
    private final DataOutputStream out;

    private BackboneDigest(OpenArchive archive, Head head, MessageDigest digest) {
        this.archive = archive;
        this.headCode = HeadCode.of(archive, head);
        this.out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    static String of(OpenArchive archive, Head head) {
        MessageDigest digest = Sha256.digest();
        try {
            BackboneDigest backbone = new BackboneDigest(archive, head, digest);
            backbone.addCode();
            backbone.addValues(head);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a model's tensors", e);
        }
        return Sha256.hex(digest.digest());
    }

    private void addCode() throws IOException {
        for (var text : archive.code().texts().entrySet()) {
            addText(text.getKey());
            addText(text.getKey().equals(headCode.entry()) ? headCode.withClasses("?") : text.getValue());
        }
    }

    private void addText(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void addValues(Head head) throws IOException {
        new ValueDigest(archive.zip(), OpenArchive.CONSTANT_TENSORS, out)
                .add(archive.constants().top());
        ValueDigest values = new ValueDigest(archive.zip(), OpenArchive.MODULE_TENSORS, out);
        archive.tree().tensor(head.weight()).ifPresent(tensor -> values.leaveOut(tensor.value()));
        head.bias().flatMap(archive.tree()::tensor).ifPresent(tensor -> values.leaveOut(tensor.value()));
        values.add(archive.modules().top());
    }
}
