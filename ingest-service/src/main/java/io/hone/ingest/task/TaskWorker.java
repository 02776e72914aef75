package io.hone.ingest.task;

/**
 * Does tasks of one kind. A task may come more than once, and after one with the same id that came later: doing it twice
 * must be doing it once.
 */
public interface TaskWorker {

    /** @see Task#kind */
    String kind();

    /**
     * Returns when nothing is left to do. Whatever else is thrown, it is tried again.
     *
     * @throws UnusableTaskException if trying again would not help
     * @throws TryAgainException if it may help, and it is known when
     */
    void work(Task task) throws UnusableTaskException;
}
