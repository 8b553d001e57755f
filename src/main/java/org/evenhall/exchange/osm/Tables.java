package org.evenhall.exchange.osm;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of {@code config/demo}, which the application carries with it. */
public final class Tables {

    private Tables() {}

    /** @param name of a file in {@code config/demo} */
    public static byte[] bytes(String name) {
        try (InputStream file = Tables.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The application holds no demo/" + name + ".");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + name + " cannot be read.", e);
        }
    }

    /** The rows of a table with a head line; lines that begin with # are comments. */
    public static List<NamedCsvRecord> rows(String name) {
        try (var reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new String(bytes(name), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + name + " cannot be read.", e);
        }
    }
}
