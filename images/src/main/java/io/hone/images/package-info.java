/** Untrusted image bytes to pixels, within limits. No native code of ours, no image library's own file handling. */
package io.hone.images;
