/** A service's own threads. */
package io.hone.platform.thread;
