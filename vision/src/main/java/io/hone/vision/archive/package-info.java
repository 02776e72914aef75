/**
 * TorchScript files read without native code. What comes from outside is checked here, name by name and opcode by
 * opcode, before libtorch sees it: libtorch trusts sizes and strides that a file claims, and reads past the end of
 * memory when they lie.
 */
package io.hone.vision.archive;
