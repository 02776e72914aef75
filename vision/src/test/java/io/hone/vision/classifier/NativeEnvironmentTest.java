package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class NativeEnvironmentTest {

    private final NativeEnvironment.C c = Native.load("c", NativeEnvironment.C.class);

    @Test
    void nativeCodeSeesWhatWasSet() {
        // Given, when
        NativeEnvironment.setUnlessSet("HONE_TEST_NATIVE", "seen");
        // Then
        assertThat(c.getenv("HONE_TEST_NATIVE")).isEqualTo("seen");
    }

    @Test
    void whatTheUserSetStays() {
        // Given
        NativeEnvironment.setUnlessSet("HONE_TEST_NATIVE_KEPT", "the user's");
        // When
        NativeEnvironment.setUnlessSet("HONE_TEST_NATIVE_KEPT", "ours");
        // Then
        assertThat(c.getenv("HONE_TEST_NATIVE_KEPT")).isEqualTo("the user's");
    }
}
