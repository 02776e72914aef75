package io.hone.ingest.task;

import io.hone.contracts.model.ModelName;
import io.hone.images.ImageDecoder;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.fetch.FetchException;
import io.hone.ingest.fetch.Fetcher;
import io.hone.ingest.intake.Accepted;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.intake.LabelRefusedException;
import io.hone.ingest.intake.Labelling;
import io.hone.ingest.intake.LargerThanTopicException;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.registry.UnknownModelException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Takes an image in that lies somewhere else, with the label that a tool gave it. */
@Singleton
public class ImageTaker {

    private final Fetcher fetcher;
    private final Intake intake;
    private final IntakeMetrics metrics;
    private final int mostBytes;

    ImageTaker(Fetcher fetcher, Intake intake, IntakeMetrics metrics, ImageDecoder decoder) {
        this.fetcher = fetcher;
        this.intake = intake;
        this.metrics = metrics;
        this.mostBytes = decoder.limits().maxBytes();
    }

    /**
     * Returns when the image is in the model's stream.
     *
     * @param labelling may throw InvalidFieldException
     * @param source which tool, and which project of it
     * @throws UnusableTaskException if it never will be: not allowed, not there, no image, no label
     * @throws TryAgainException if it may be later; whatever else is thrown says the same
     */
    public Accepted take(ModelName model, String address, Supplier<Labelling> labelling, URI source)
            throws UnusableTaskException {
        try {
            Labelling given = labelling.get();
            byte[] image = fetch(address, mostBytes);
            Accepted accepted =
                    intake.send(intake.require(model), given, image, source).await();
            metrics.accepted(model, accepted);
            return accepted;
        } catch (InvalidFieldException
                | UnreadableImageException
                | LabelRefusedException
                | LargerThanTopicException
                | UnknownModelException e) {
            throw new UnusableTaskException(e.getMessage(), e);
        }
    }

    /**
     * What lies at the address.
     *
     * @throws UnusableTaskException if trying again would not help
     * @throws TryAgainException if it may
     */
    public byte[] fetch(String address, int most) throws UnusableTaskException {
        try {
            return fetcher.fetch(address, most);
        } catch (FetchException e) {
            if (e.isLasting()) {
                throw new UnusableTaskException(e.getMessage(), e);
            }
            throw new TryAgainException(e.getMessage(), e.retryAfter().orElse(Duration.ZERO), e);
        }
    }
}
