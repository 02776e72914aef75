package io.hone.evaluator.promotion;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.champion.Move;
import io.hone.platform.access.AuditLog;
import java.util.Locale;

/**
 * Writes every entry of a champion chain into the audit log, whoever made it: the gate, a probation, a person. After it
 * was told, so that one that cannot be told for hours is not written every few seconds.
 */
public final class AuditedNews implements ChampionNews {

    private static final String NONE = "none";

    private final ChampionNews news;
    private final AuditLog audit;

    public AuditedNews(ChampionNews news, AuditLog audit) {
        this.news = news;
        this.audit = audit;
    }

    @Override
    public void tell(ChampionMoved moved) {
        news.tell(moved);
        audit.write(
                "champion-moved",
                moved.actor(),
                detail("model", moved.model()),
                detail("version", moved.version()),
                detail("before", moved.previousVersion().map(String::valueOf).orElse(NONE)),
                detail("move", word(moved.move())),
                detail("entry", moved.sequence()),
                detail("reason", moved.reason()));
    }

    private static String word(Move move) {
        return move.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
