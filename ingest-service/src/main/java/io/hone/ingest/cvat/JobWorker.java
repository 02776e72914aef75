package io.hone.ingest.cvat;

import io.hone.ingest.task.Task;
import io.hone.ingest.task.TaskQueue;
import io.hone.ingest.task.TaskWorker;
import io.hone.ingest.task.UnusableTaskException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a finished job a task for each of its images: each can then fail, and be tried again, on its own. */
@Singleton
class JobWorker implements TaskWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final int AT_ONCE = 500;

    private final CvatTools tools;
    private final JobAnnotations annotations;
    private final TaskQueue queue;

    JobWorker(CvatTools tools, JobAnnotations annotations, TaskQueue queue) {
        this.tools = tools;
        this.annotations = annotations;
        this.queue = queue;
    }

    @Override
    public String kind() {
        return CvatTask.JOB;
    }

    @Override
    public void work(Task task) throws UnusableTaskException {
        CvatTool tool = tools.of(task);
        Job job = CvatTask.detail(task, Job.class);
        Instant now = Instant.now();
        List<Task> frames = annotations.frames(tool, job).stream()
                .map(frame -> CvatTask.of(task.model(), tool, frame, now))
                .toList();
        for (int from = 0; from < frames.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, frames.size());
            queue.add(frames.subList(from, to));
            LOG.info(
                    "job queued: model={} tool={} job={} images={}/{}",
                    task.model(),
                    tool.name(),
                    job.id(),
                    to,
                    frames.size());
        }
    }
}
