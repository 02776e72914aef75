package io.hone.evaluator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the versions of a real run of the demo did, class by class: the defaults must suit a hold-out of its size. */
class DemoTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @Test
    void theDemosCandidateIsPromotedAndThePersonIsToldWhy() {
        // Given
        Evidence evidence = new EvidenceBuilder()
                .known("airplane", 1, 0, 77, 38)
                .known("automobile", 18, 0, 72, 14)
                .known("bird", 23, 7, 27, 31)
                .known("cat", 33, 24, 5, 29)
                .known("deer", 62, 16, 11, 36)
                .known("dog", 25, 3, 26, 31)
                .known("frog", 49, 10, 14, 24)
                .known("ship", 20, 0, 60, 20)
                .calibration(0.2184, 0.0429)
                .latency(1.34, 1.24)
                .build();

        // When
        Verdict verdict = new Gate(Policy.DEFAULT)
                .judge(evidence, new Past(AlphaAccount.empty(Policy.DEFAULT.alpha()), 0, Optional.empty()), NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(verdict.findings().stream().map(Finding::explanation).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        The candidate keeps the champion's 8 classes.
                        The hold-out has 806 images; at least 100 are needed to tell.
                        Each of the champion's 8 classes has at least 5 images in the hold-out.
                        The candidate brings no new classes.
                        The candidate is right on 64.89 % of the hold-out, the champion on 36.10 %: a gain of 28.78 points, where a gain of 0.5 is asked for.
                        On 806 hold-out images the candidate mends 292 and breaks 60: better with p < 0.0001, where 0.0038 was allowed.
                        No class loses more than 10 points, as far as chance is ruled out; closest comes cat, found on 57 of its 91 images before and on 38 now.
                        7.44 % of the hold-out that the champion had right would break, where 10.00 % is allowed.
                        The candidate's confidence is off by 4.29 % on average, the champion's by 21.84 %; up to 26.84 % is allowed.
                        An image takes the candidate 1.24 ms, the champion 1.34 ms; 1.5 times as long, or a millisecond more, is allowed.
                        The champion is the best there ever was.
                        There is no golden set.
                        The candidate knows the same classes as the champion.
                        The candidate brings no new classes.""");
    }

    @Test
    void itsReasonIsSaidInTwoSentences() {
        // Given
        Evidence evidence = EvidenceBuilder.images(231, 60, 292, 223).build();

        // When
        Verdict verdict = new Gate(Policy.DEFAULT)
                .judge(evidence, new Past(AlphaAccount.empty(Policy.DEFAULT.alpha()), 0, Optional.empty()), NOW);

        // Then
        assertThat(Summary.of(verdict))
                .isEqualTo("The candidate is right on 64.89 % of the hold-out, the champion on 36.10 %: a gain of 28.78"
                        + " points, where a gain of 0.5 is asked for. On 806 hold-out images the candidate mends 292 and"
                        + " breaks 60: better with p < 0.0001, where 0.0038 was allowed.");
    }

    @Test
    void theCandidateWithTwoNewClassesIsPromotedAfterIt() {
        // Given
        Evidence evidence = new EvidenceBuilder()
                .known("airplane", 74, 4, 7, 31)
                .known("automobile", 82, 8, 1, 13)
                .known("bird", 43, 7, 1, 37)
                .known("cat", 25, 13, 8, 45)
                .known("deer", 60, 13, 9, 43)
                .known("dog", 48, 3, 3, 31)
                .known("frog", 60, 3, 12, 22)
                .known("ship", 77, 3, 6, 14)
                .added("horse", 38, 27)
                .added("truck", 20, 40)
                .calibration(0.1001, 0.0396)
                .candidate(3)
                .build();

        // When
        Verdict verdict = new Gate(Policy.DEFAULT)
                .judge(
                        evidence,
                        new Past(new AlphaAccount(Policy.DEFAULT.alpha(), 1, List.of(1L)), 0, Optional.empty()),
                        NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(verdict.findings())
                .extracting(Finding::explanation)
                .contains(
                        "On 931 hold-out images, 125 of them of new classes, the candidate mends 105 and breaks 54: better with p < 0.0001, where 0.0052 was allowed.",
                        "On the classes that both know the candidate is right on 64.02 %, the champion on 64.89 %; for new classes it may lose 5 points.",
                        "Of 2 new classes the candidate finds truck least: 33.33 % of its 60 images, where 30.00 % of each is asked for.");
    }
}
