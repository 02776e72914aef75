package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;

/**
 * A version about which something is left to do.
 *
 * @param decided whether its verdict is written down, so that only promoting and telling are left
 * @param awaited what must be there before
 */
record PendingCandidate(Manifest manifest, boolean decided, Awaited awaited) {}
