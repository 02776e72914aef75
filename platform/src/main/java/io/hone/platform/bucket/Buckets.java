package io.hone.platform.bucket;

import io.hone.registry.store.ObjectStore;

/**
 * The two buckets.
 *
 * @param models registered models with all their versions
 * @param images images too large to travel inside a record
 */
public record Buckets(ObjectStore models, ObjectStore images) {}
