package io.hone.evaluator.promotion;

import io.hone.registry.version.Manifest;

/** Makes sure that a version is whole before anybody is pointed at it. */
@FunctionalInterface
public interface VersionCheck {

    /**
     * @throws UnusableVersionException if a file is missing or other than the manifest says, or the network cannot be
     *     loaded
     */
    void requireUsable(Manifest manifest);
}
