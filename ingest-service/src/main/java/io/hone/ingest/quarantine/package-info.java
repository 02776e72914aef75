/** Images whose labels the champion doubts: out of the stream until somebody has looked at them. */
package io.hone.ingest.quarantine;
