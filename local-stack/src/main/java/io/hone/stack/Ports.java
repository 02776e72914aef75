package io.hone.stack;

import java.util.List;

/** Where broker and S3 endpoint listen on the loopback interface; 0 means any free port. */
public record Ports(int kafka, int s3) {
    public static final String KAFKA_SETTING = "HONE_KAFKA_PORT";
    public static final String S3_SETTING = "HONE_S3_PORT";

    public static Ports anyFree() {
        return new Ports(0, 0);
    }

    /** As {@link LocalPorts#requireFree} wants them, for whoever checks more ports than these two. */
    public List<LocalPorts.Wanted> wanted() {
        return List.of(
                new LocalPorts.Wanted(kafka, "the Kafka broker", KAFKA_SETTING),
                new LocalPorts.Wanted(s3, "the S3 endpoint", S3_SETTING));
    }
}
