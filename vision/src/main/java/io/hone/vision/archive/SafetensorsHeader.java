package io.hone.vision.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a header token by token, so that it takes little more memory than it describes tensors. */
final class SafetensorsHeader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int MAX_TENSORS = 100_000;
    private static final int MAX_DIMENSIONS = 64;
    /** What people wrote beside: text by name. */
    private static final String METADATA = "__metadata__";

    private static final Map<String, TensorType> TYPES = Map.of(
            "F64", TensorType.FLOAT64,
            "F32", TensorType.FLOAT32,
            "F16", TensorType.FLOAT16,
            "BF16", TensorType.BFLOAT16,
            "I64", TensorType.INT64,
            "I32", TensorType.INT32,
            "I16", TensorType.INT16,
            "I8", TensorType.INT8,
            "U8", TensorType.UINT8,
            "BOOL", TensorType.BOOL);

    private final JsonParser json;
    private final List<SafetensorsEntry> entries = new ArrayList<>();

    private SafetensorsHeader(JsonParser json) {
        this.json = json;
    }

    /** @throws NotWeightsException if it is not as the format says, or has a type that no classifier is made of */
    static List<SafetensorsEntry> read(byte[] header) {
        try (JsonParser json = JSON.createParser(header)) {
            return new SafetensorsHeader(json).readAll();
        } catch (JsonProcessingException e) {
            throw new NotWeightsException("the header is no sound JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }

    private List<SafetensorsEntry> readAll() throws IOException {
        json.nextToken();
        expect(JsonToken.START_OBJECT, "the header");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            expect(JsonToken.START_OBJECT, "'%s'".formatted(name));
            if (name.equals(METADATA)) {
                json.skipChildren();
            } else {
                entries.add(entry(name));
            }
            if (entries.size() > MAX_TENSORS) {
                throw new NotWeightsException("the header has more than %d tensors".formatted(MAX_TENSORS));
            }
        }
        if (json.nextToken() != null) {
            throw new NotWeightsException("the header goes on behind its end");
        }
        return entries;
    }

    private SafetensorsEntry entry(String name) throws IOException {
        TensorType type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> type = type(name);
                case "shape" -> shape = numbers(name, key);
                case "data_offsets" -> offsets = numbers(name, key);
                default ->
                    throw new NotWeightsException(
                            "tensor '%s' has '%s', which the format does not know".formatted(name, key));
            }
        }
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new NotWeightsException(
                    "tensor '%s' needs dtype, shape, and data_offsets of two numbers".formatted(name));
        }
        return new SafetensorsEntry(name, type, shape, offsets.get(0), offsets.get(1));
    }

    private TensorType type(String name) throws IOException {
        expect(JsonToken.VALUE_STRING, "dtype of tensor '%s'".formatted(name));
        TensorType type = TYPES.get(json.getText());
        if (type == null) {
            throw new NotWeightsException("tensor '%s' is of type %s, must be one of %s; convert it before saving"
                    .formatted(
                            name,
                            json.getText(),
                            TYPES.keySet().stream().sorted().toList()));
        }
        return type;
    }

    private List<Long> numbers(String name, String key) throws IOException {
        String place = "%s of tensor '%s'".formatted(key, name);
        expect(JsonToken.START_ARRAY, place);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.VALUE_NUMBER_INT, place);
            numbers.add(json.getLongValue());
            if (numbers.size() > MAX_DIMENSIONS) {
                throw new NotWeightsException("%s has more than %d numbers".formatted(place, MAX_DIMENSIONS));
            }
        }
        return numbers;
    }

    private void expect(JsonToken token, String place) {
        if (json.currentToken() != token) {
            throw new NotWeightsException("%s must be %s, not %s".formatted(place, token, json.currentToken()));
        }
    }
}
