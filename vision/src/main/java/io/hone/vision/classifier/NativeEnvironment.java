package io.hone.vision.classifier;

import com.sun.jna.Library;
import com.sun.jna.Native;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environment that native libraries read when they are loaded, which Java itself cannot change. By default OpenMP's
 * idle threads spin: as soon as another process wants the cores, training is several times slower. However a service is
 * started, it must not depend on its starter to know that.
 */
final class NativeEnvironment {

    private static final Logger LOG = LoggerFactory.getLogger(NativeEnvironment.class);

    private NativeEnvironment() {}

    /** To be called before the library that reads it is loaded. Where there is no {@code setenv}, only a warning. */
    static void setUnlessSet(String name, String value) {
        try {
            Native.load("c", C.class).setenv(name, value, C.KEEP);
        } catch (LinkageError e) {
            LOG.warn("environment variable not set, set it before starting variable={} value={}", name, value, e);
        }
    }

    /** Of the C library. */
    interface C extends Library {
        int KEEP = 0;

        int setenv(String name, String value, int overwrite);

        String getenv(String name);
    }
}
