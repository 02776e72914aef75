/** What is known about each image of the models' streams, read from them, so that a label can be corrected by id. */
package io.hone.ingest.record;
