package io.hone.ingest.cvat;

import io.hone.ingest.intake.Accepted;
import io.hone.ingest.intake.Labelling;
import io.hone.ingest.task.ImageTaker;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.TaskWorker;
import io.hone.ingest.task.UnusableTaskException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings tagged images with their labels into the stream. */
@Singleton
class FrameWorker implements TaskWorker {

    private static final Logger LOG = LoggerFactory.getLogger(FrameWorker.class);

    private final CvatTools tools;
    private final ImageTaker images;

    FrameWorker(CvatTools tools, ImageTaker images) {
        this.tools = tools;
        this.images = images;
    }

    @Override
    public String kind() {
        return CvatTask.FRAME;
    }

    @Override
    public void work(Task task) throws UnusableTaskException {
        CvatTool tool = tools.of(task);
        Frame frame = CvatTask.detail(task, Frame.class);
        if (frame.labels().size() != 1) {
            throw new UnusableTaskException("frame %d of job %s has %d different tags, %s: an image has one label"
                    .formatted(frame.number(), frame.job().id(), frame.labels().size(), frame.labels()));
        }
        Accepted accepted = images.take(
                task.model(),
                tool.frame(frame.job().id(), frame.number()),
                () -> Labelling.of(
                        frame.labels().get(0), null, frame.job().annotator().orElse(null), null, null),
                frame.job().source(tool));
        LOG.info("tagged image taken: model={} image={} task={}", task.model(), accepted.id(), task.id());
    }
}
