package io.hone.ingest.fetch;

import java.util.List;

/** What a feature knows of servers; all beans of this type are asked at the start. */
@FunctionalInterface
public interface KnownOrigins {

    List<KnownOrigin> origins();
}
