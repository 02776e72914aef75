package io.hone.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate of 127.0.0.1 and localhost that nobody but itself vouches for, made by the JDK's own {@code keytool}: for
 * trying TLS out.
 *
 * @param keyStore PKCS #12, with the key, and the certificate as trusted
 * @param certificate in PEM, without the key
 * @param key in PEM, unencrypted
 * @param password of the key store
 */
public record SelfSigned(Path keyStore, Path certificate, Path key, String password) {

    private static final String PASSWORD = "not-a-secret";
    private static final int PATIENCE_SECONDS = 60;

    /** @throws StackException if {@code keytool} does not do as it is told */
    public static SelfSigned in(Path folder) {
        Path keyStore = folder.resolve("tls.p12").toAbsolutePath();
        Path certificate = folder.resolve("tls.crt").toAbsolutePath();
        keytool(
                keyStore,
                List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1"),
                List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30"));
        keytool(keyStore, List.of("-exportcert", "-rfc", "-alias", "server", "-file", certificate.toString()));
        keytool(keyStore, List.of("-importcert", "-noprompt", "-alias", "trusted", "-file", certificate.toString()));
        return new SelfSigned(keyStore, certificate, keyOf(keyStore, folder.resolve("tls.key")), PASSWORD);
    }

    private static Path keyOf(Path keyStore, Path pem) {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            byte[] key = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
            String lines = Base64.getMimeEncoder().encodeToString(key);
            return Files.writeString(
                    pem.toAbsolutePath(), "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("the key in " + keyStore + " could not be read: " + e.getMessage(), e);
        }
    }

    @SafeVarargs
    private static void keytool(Path keyStore, List<String>... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (List<String> some : arguments) {
            command.addAll(some);
        }
        command.addAll(List.of("-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Path output = Files.createTempFile(keyStore.getParent(), "keytool", ".log");
            Process keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                keytool.destroyForcibly();
                throw new StackException("keytool failed: " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new StackException("keytool could not be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while keytool was at work", e);
        }
    }
}
