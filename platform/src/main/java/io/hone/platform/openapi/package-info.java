/** The services' OpenAPI documents: what all operations have in common, said once. */
package io.hone.platform.openapi;
