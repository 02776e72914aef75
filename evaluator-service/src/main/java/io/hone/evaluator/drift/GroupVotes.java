package io.hone.evaluator.drift;

import io.hone.contracts.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images of one group come together and are alike: a hundred of one patient are no hundred pieces of evidence. So of a
 * group's images the first has its vote, and no other until the stream has gone on for a while. A group that never ends,
 * such as a camera, goes on voting, once in a while.
 *
 * @param last the votes of a while, the oldest first
 */
record GroupVotes(List<Vote> last) {

    /** In records of the stream. */
    static final long A_WHILE = 100;

    static final GroupVotes NONE = new GroupVotes(List.of());

    /** @param group its hash: should two be the same, one vote is lost */
    record Vote(int group, long offset) {}

    GroupVotes {
        last = List.copyOf(Checks.present("last", last));
    }

    /** Without a group, each image has its vote. */
    boolean allow(Optional<String> group, long offset) {
        return group.isEmpty()
                || last.stream().noneMatch(vote -> vote.group() == group.get().hashCode() && isRecent(vote, offset));
    }

    /** After the group's vote at the offset. */
    GroupVotes plus(Optional<String> group, long offset) {
        if (group.isEmpty()) {
            return this;
        }
        List<Vote> votes = new ArrayList<>(
                last.stream().filter(vote -> isRecent(vote, offset)).toList());
        votes.add(new Vote(group.get().hashCode(), offset));
        return new GroupVotes(votes);
    }

    private static boolean isRecent(Vote vote, long offset) {
        return offset - vote.offset() < A_WHILE;
    }
}
