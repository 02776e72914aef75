/** By which rules a model's labels are taken in, for people. */
package io.hone.ingest.rule;
