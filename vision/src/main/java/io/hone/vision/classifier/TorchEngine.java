package io.hone.vision.classifier;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;

/** The one place where the native engine is set up. What the user set by system property or environment stays. */
public final class TorchEngine {

    private TorchEngine() {}

    /** A root for native memory on the chosen device; the caller closes it. */
    public static PtNDManager newManager(DeviceChoice choice) {
        Engine engine = engine();
        NDManager manager = engine.newBaseManager(choice.among(engine.getGpuCount()));
        return (PtNDManager) manager;
    }

    static String version() {
        Engine engine = engine();
        return engine.getEngineName() + " " + engine.getVersion();
    }

    static String nameOf(Device device) {
        return device.isGpu() ? "gpu(%d)".formatted(device.getDeviceId()) : "cpu";
    }

    /** Starts it at first use; a service that never loads a model never unpacks the natives. */
    private static synchronized Engine engine() {
        // No look-up and no count of users over the network: the natives lie on the class path.
        if (System.getenv("DJL_OFFLINE") == null) {
            setUnlessSet("ai.djl.offline", "true");
        }
        setUnlessSet("OPT_OUT_TRACKING", "true");
        // Its specialised graphs break training that is followed by evaluation, and are slower for small batches.
        setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
        NativeEnvironment.setUnlessSet("OMP_WAIT_POLICY", "PASSIVE");
        return Engine.getEngine("PyTorch");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
