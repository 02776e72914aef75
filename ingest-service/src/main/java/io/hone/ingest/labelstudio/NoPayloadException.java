package io.hone.ingest.labelstudio;

/** A webhook tells that something happened, and not what: Label Studio was told to send no payload. */
final class NoPayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoPayloadException(String action) {
        super(
                "%s came without its annotation: turn on 'Send payload' of this webhook in Label Studio, then send what was missed with ./hone reconcile label-studio"
                        .formatted(action));
    }
}
