package io.hone.ingest.load;

import io.hone.ingest.intake.BusyException;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets uploads in as long as what they hold in memory fits, and none of the callers has so many under way that the others
 * would wait for them. Nobody is queued: who is not let in is told so at once.
 */
public final class Admission {

    private final AdmissionLimits limits;

    /** Only callers that have something under way. */
    private final Map<String, Share> shares = new HashMap<>();

    private long bytes;

    /** What a caller has under way. */
    private record Share(int requests, long bytes) {

        static final Share NONE = new Share(0, 0);

        Share plus(int moreRequests, long moreBytes) {
            return new Share(requests + moreRequests, bytes + moreBytes);
        }
    }

    public Admission(AdmissionLimits limits) {
        this.limits = limits;
    }

    /**
     * Lets an upload in until what is returned is closed.
     *
     * @param expected bytes that it will hold at most; one that holds more than its caller may has all of that to itself
     * @throws CallerLimitException if its caller has too much under way
     * @throws BusyException if all callers together have
     */
    public synchronized Pass admit(String caller, long expected) {
        long taken = Math.min(expected, limits.bytesPerCaller());
        Share share = shares.getOrDefault(caller, Share.NONE).plus(1, taken);
        if (share.requests() > limits.requestsPerCaller()) {
            throw CallerLimitException.requests(caller, share.requests(), limits.requestsPerCaller());
        }
        if (share.bytes() > limits.bytesPerCaller()) {
            throw CallerLimitException.bytes(caller, share.bytes(), limits.bytesPerCaller());
        }
        if (bytes + taken > limits.bytes()) {
            throw new BusyException("the uploads under way hold %,d of the %,d bytes that they may: try again later"
                    .formatted(bytes, limits.bytes()));
        }
        bytes += taken;
        shares.put(caller, share);
        return new Pass(() -> release(caller, taken));
    }

    private synchronized void release(String caller, long taken) {
        bytes -= taken;
        shares.computeIfPresent(caller, (name, share) -> share.requests() == 1 ? null : share.plus(-1, -taken));
    }

    /** How many callers have something under way. */
    synchronized int callers() {
        return shares.size();
    }
}
