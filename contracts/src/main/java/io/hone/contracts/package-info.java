/**
 * What services share: the words they say to each other over Kafka and the names they find each other's objects under.
 * Nothing here reads from or writes to anything.
 */
package io.hone.contracts;
