package org.evenhall.platform.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/**
 * A JSON text as maps, lists, strings, booleans, {@link Num}s and nulls. Stricter than RFC 8259 asks (its section 4
 * and 8 warn of both): no name twice in an object, no text with U+0000 or half a surrogate pair, no deep nests.
 */
public final class JsonTree {

    /** A number as it was written; whoever needs it decides what it may be. */
    public record Num(String text) {}

    private static final int DEEPEST = 32;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws Refused as malformed, with the place where reading ended */
    public static Object read(byte[] utf8) {
        return read(decoded(utf8));
    }

    static Object read(String text) {
        if (text.isBlank()) {
            throw Refused.malformed(Violation.of("json", null, "malformed.empty"));
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            var tree = new JsonTree(parser);
            Object value = tree.value(parser.next(), 0);
            if (parser.hasNext()) {
                parser.next();
                throw tree.malformed("malformed.json");
            }
            return value;
        } catch (JsonParsingException e) {
            var place = e.getLocation();
            throw Refused.malformed(
                    Violation.of("json", null, "malformed.json", place.getLineNumber(), place.getColumnNumber()));
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw Refused.malformed(Violation.of("json", null, "malformed.unfinished"));
        }
    }

    private Object value(JsonParser.Event event, int depth) {
        if (depth > DEEPEST) {
            throw malformed("malformed.deep");
        }
        return switch (event) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> text();
            case VALUE_NUMBER -> new Num(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw malformed("malformed.json");
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String name = text();
            if (members.containsKey(name)) {
                throw malformed("malformed.twice");
            }
            members.put(name, value(parser.next(), depth + 1));
        }
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        for (var event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            items.add(value(event, depth + 1));
        }
        return items;
    }

    private String text() {
        String text = parser.getString();
        if (!isText(text)) {
            throw malformed("malformed.text");
        }
        return text;
    }

    /** Whether every database and every page can hold it: no U+0000 and no half of a surrogate pair. */
    public static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private Refused malformed(String key) {
        var place = parser.getLocation();
        return Refused.malformed(Violation.of("json", null, key, place.getLineNumber(), place.getColumnNumber()));
    }

    private static String decoded(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refused.malformed(Violation.of("json", null, "malformed.encoding"));
        }
    }
}
