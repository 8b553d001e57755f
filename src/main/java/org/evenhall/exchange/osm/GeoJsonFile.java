package org.evenhall.exchange.osm;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.domain.Text;

/**
 * A GeoJSON FeatureCollection (RFC 7946), read from its first to its last byte before anything is made of it: a file
 * that breaks off in its middle must not change anything. Features are read one by one, so that what is kept of them is
 * all the memory it takes.
 *
 * @param attribution whom the file wants named, null where it does not say
 */
public record GeoJsonFile(String attribution, List<Feature> features) {

    /** More than any city has; keeps a file of 64 MB of tiny features from filling the memory. */
    static final int MOST_FEATURES = 100_000;

    /** @throws NotReadable where the bytes are no such file */
    static GeoJsonFile read(byte[] bytes, FeatureReader features) throws NotReadable {
        if (bytes.length == 0) {
            throw new NotReadable(Fault.EMPTY_FILE, null);
        }
        int mark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        var text = new InputStreamReader(
                new ByteArrayInputStream(bytes, mark, bytes.length - mark),
                charset(bytes).newDecoder().onMalformedInput(CodingErrorAction.REPORT));
        try (JsonParser parser = Json.createParser(text)) {
            return new Reading(parser, features).collection();
        } catch (JsonException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new NotReadable(Fault.NOT_TEXT, null);
            }
            throw new NotReadable(Fault.NOT_JSON, place(e));
        } catch (RuntimeException e) {
            // the parser's own limits (depth, length of a number) and misuse of a broken text come in several types
            throw new NotReadable(Fault.NOT_JSON, place(e));
        }
    }

    /** Line and column, where the parser knows them. */
    private static String place(RuntimeException e) {
        return e instanceof JsonParsingException parsing && parsing.getLocation() != null
                ? parsing.getLocation().getLineNumber() + ":"
                        + parsing.getLocation().getColumnNumber()
                : "1:1";
    }

    /** UTF-8 as RFC 8259 asks; UTF-16 where the file says so with its first two bytes. */
    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return first == 0xFEFF || first == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static final class Reading {

        private final JsonParser parser;
        private final FeatureReader reader;
        private String type;
        private String attribution;
        private List<Feature> features;

        Reading(JsonParser parser, FeatureReader reader) {
            this.parser = parser;
            this.reader = reader;
        }

        GeoJsonFile collection() throws NotReadable {
            if (parser.next() != Event.START_OBJECT) {
                throw new NotReadable(Fault.NOT_GEOJSON, null);
            }
            while (parser.next() == Event.KEY_NAME) {
                member(parser.getString());
            }
            if (parser.hasNext()) {
                parser.next();
            }
            if (!"FeatureCollection".equals(type) || features == null) {
                throw new NotReadable(Fault.NOT_GEOJSON, type);
            }
            return new GeoJsonFile(attribution, features);
        }

        private void member(String name) throws NotReadable {
            Event value = parser.next();
            if (name.equals("features") && value == Event.START_ARRAY) {
                features();
            } else if (name.equals("type") && value == Event.VALUE_STRING) {
                type = Text.cut(Text.clean(parser.getString()), 100);
            } else if ((name.equals("attribution") || name.equals("copyright") && attribution == null)
                    && value == Event.VALUE_STRING) {
                attribution = Text.cut(Text.clean(parser.getString()), 400);
            } else if (value == Event.START_OBJECT) {
                parser.skipObject();
            } else if (value == Event.START_ARRAY) {
                parser.skipArray();
            }
        }

        private void features() throws NotReadable {
            features = new ArrayList<>();
            while (parser.next() != Event.END_ARRAY) {
                if (features.size() == MOST_FEATURES) {
                    throw new NotReadable(Fault.TOO_MANY_FEATURES, String.valueOf(MOST_FEATURES));
                }
                int line = (int) parser.getLocation().getLineNumber();
                features.add(reader.read(parser.getValue(), features.size() + 1, line));
            }
        }
    }
}
