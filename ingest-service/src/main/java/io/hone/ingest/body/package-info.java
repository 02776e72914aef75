/** What comes in the bodies of requests: images, texts and forms of both, never more of one than is allowed. */
package io.hone.ingest.body;
