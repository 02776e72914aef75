/** Which versions were trained on an image. */
package io.hone.ingest.trained;
