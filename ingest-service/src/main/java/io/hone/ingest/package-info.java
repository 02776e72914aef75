/** Takes labelled images in, and streams those that can be read into Kafka. */
package io.hone.ingest;
