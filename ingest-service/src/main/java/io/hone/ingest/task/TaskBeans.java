package io.hone.ingest.task;

import io.hone.ingest.intake.IntakeConfig;
import io.hone.platform.kafka.KafkaClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.Producer;

/** Puts the queue together; a setting that cannot be used stops the start. */
@ApplicationScoped
class TaskBeans {

    @Produces
    @Singleton
    TaskTopics topics(KafkaClients kafka) {
        return new TaskTopics(kafka);
    }

    @Produces
    @Singleton
    SafeSender sender(Producer<String, byte[]> producer, IntakeConfig config) {
        return new SafeSender(producer, config.acknowledgementTimeout());
    }

    @Produces
    @Singleton
    TaskMetrics metrics(MeterRegistry meters) {
        return new TaskMetrics(meters);
    }

    @Produces
    @Singleton
    TaskQueue queue(TaskTopics topics, SafeSender sender, TaskMetrics metrics) {
        return new TaskQueue(topics, sender, metrics);
    }

    @Produces
    @Singleton
    SetbackTopic setbackTopic(KafkaClients kafka, SafeSender sender) {
        return new SetbackTopic(kafka, sender);
    }

    @Produces
    @Singleton
    SetbackBook book(SetbackTopic topic, TaskMetrics metrics) {
        SetbackBook book = new SetbackBook(topic);
        metrics.watch(book);
        return book;
    }

    @Produces
    @Singleton
    Setbacks setbacks(SetbackTopic topic, SetbackBook book, TaskQueue queue) {
        return new Setbacks(topic, book, queue, Clock.systemUTC());
    }

    @Produces
    @Singleton
    TaskLoop loop(
            TaskConfig config,
            KafkaClients kafka,
            TaskTopics topics,
            SetbackBook book,
            @All List<TaskWorker> workers,
            TaskMetrics metrics) {
        Clock clock = Clock.systemUTC();
        Attempts attempts = new Attempts(workers, book, config.rule(), metrics, clock, () -> ThreadLocalRandom.current()
                .nextDouble());
        return new TaskLoop(kafka, topics, book, attempts, config.lanes(), clock);
    }

    void start(@Observes StartupEvent event, TaskLoop loop) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event, TaskLoop loop) {
        loop.close();
    }
}
