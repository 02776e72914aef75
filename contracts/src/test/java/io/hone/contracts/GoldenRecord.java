package io.hone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A record as readable lines: {@code topic}, {@code key}, each header, {@code value} (text, or {@code hex:…}). The files
 * under {@code golden/} are what somebody who writes these records from another language holds on to: a difference means
 * that they break.
 */
public final class GoldenRecord {

    private GoldenRecord() {}

    public static String read(String name) {
        try (InputStream in = GoldenRecord.class.getResourceAsStream("/golden/" + name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String describe(ProducerRecord<String, byte[]> produced) {
        Map<String, String> headers = new TreeMap<>();
        produced.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        StringBuilder lines = new StringBuilder()
                .append("topic ")
                .append(produced.topic())
                .append('\n')
                .append("key ")
                .append(produced.key())
                .append('\n');
        headers.forEach((name, value) ->
                lines.append("header ").append(name).append(' ').append(value).append('\n'));
        return lines.append("value ")
                .append(produced.value() == null ? "null" : text(produced.value()))
                .append('\n')
                .toString();
    }

    /** The record that a golden file describes, as a consumer gets it. */
    public static ConsumerRecord<String, byte[]> consumed(String golden) {
        RecordHeaders headers = new RecordHeaders();
        String topic = null;
        String key = null;
        byte[] value = null;
        for (String line : golden.lines().toList()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "topic" -> topic = words[1];
                case "key" -> key = words[1];
                case "value" -> value = words[1].equals("null") ? null : words[1].getBytes(StandardCharsets.UTF_8);
                default -> {
                    String[] header = words[1].split(" ", 2);
                    headers.add(header[0], header[1].getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return consumed(topic, key, value, headers);
    }

    public static ConsumerRecord<String, byte[]> consumed(
            String topic, String key, byte[] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                topic, 0, 7, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.chars().anyMatch(c -> c < ' ') ? "hex:" + HexFormat.of().formatHex(bytes) : text;
    }
}
