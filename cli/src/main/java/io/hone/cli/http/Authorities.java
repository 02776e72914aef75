package io.hone.cli.http;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed. */
public final class Authorities {

    private static final String NEXT =
            "--ca and HONE_CA name a file of certificates in PEM: -----BEGIN CERTIFICATE-----";

    private Authorities() {}

    /**
     * Those in the file, and no others.
     *
     * @param file of one certificate or more, in PEM
     * @throws CommandFailure if it is no such file
     */
    public static SSLContext in(Path file) {
        Collection<? extends Certificate> certificates = certificates(file);
        if (certificates.isEmpty()) {
            throw new CommandFailure("no certificate is in " + file, NEXT);
        }
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("authority " + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new CommandFailure(
                    "the certificates in %s cannot be used: %s".formatted(file, e.getMessage()), NEXT, e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException e) {
            throw new CommandFailure("%s cannot be read: %s".formatted(file, e), NEXT, e);
        } catch (CertificateException e) {
            throw new CommandFailure("no certificate is in %s: %s".formatted(file, e.getMessage()), NEXT, e);
        }
    }
}
