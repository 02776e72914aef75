/** Told to end, the service answers what it has let in, and lets nobody else in. */
package io.hone.ingest.shutdown;
