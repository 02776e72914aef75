/** What every service needs of its surroundings: the bucket, Kafka, problem details, health, threads, and one way to write JSON. */
package io.hone.platform;
