package org.evenhall.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private static final Pattern KEY =
            Pattern.compile("\"((?:problem|malformed|violation|policy|closed)\\.[A-Za-z0-9.-]*[A-Za-z0-9])\"");

    @Test
    void areTheSameKeysInBothLanguages() {
        assertThat(bundle("messages_zh").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("messages").stringPropertyNames());
    }

    /** Bundles are merged line by line from several hands, which leaves a key twice where both wrote it. */
    @Test
    void areStatedOnce() throws IOException {
        for (String name : List.of("messages", "messages_zh")) {
            assertThat(Files.readAllLines(Path.of("src/main/resources/" + name + ".properties")).stream()
                            .filter(line -> line.matches("[A-Za-z].*=.*"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void areNeverEmptyAndAllParse() {
        for (String name : List.of("messages", "messages_zh")) {
            bundle(name).forEach((key, text) -> {
                assertThat((String) text).as(name + " " + key).isNotBlank();
                if (((String) text).contains("{")) {
                    assertThat(new MessageFormat((String) text, Locale.ROOT).getFormatsByArgumentIndex())
                            .as(name + " " + key)
                            .isNotEmpty();
                    assertThat((String) text)
                            .as("a lone apostrophe quotes: " + key)
                            .doesNotMatch(".*(?<!')'(?!').*");
                }
            });
        }
    }

    @Test
    void takeTheSameArgumentsInBothLanguages() {
        Properties chinese = bundle("messages_zh");
        bundle("messages").forEach((key, text) -> assertThat(arguments((String) text))
                .as((String) key)
                .isEqualTo(arguments(chinese.getProperty((String) key))));
    }

    /** Keys are strings in the program; this reads the program to see that each has its text. */
    @Test
    void existForEveryKeyThatTheProgramNames() throws IOException {
        var missing = new TreeSet<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !Messages.has(Locale.ENGLISH, key))
                        .forEach(key -> missing.add(key + " in " + source.getFileName()));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void tellValuesAsPeopleDo() {
        assertThat(Messages.told(Locale.ENGLISH, Duration.ofMinutes(150))).isEqualTo("2 h 30 min");
        assertThat(Messages.told(Locale.CHINESE, Duration.ofMinutes(150))).isEqualTo("2小时30分钟");
        assertThat(Messages.told(Locale.ENGLISH, Duration.ofDays(30))).isEqualTo("30 days");
        assertThat(Messages.told(Locale.ENGLISH, Duration.ofDays(1))).isEqualTo("1 day");
        assertThat(Messages.told(Locale.CHINESE, Duration.ZERO)).isEqualTo("0分钟");
        assertThat(Messages.told(Locale.ENGLISH, OffsetDateTime.parse("2026-11-23T18:30:00+01:00")))
                .isEqualTo("Mon 23 Nov 2026, 18:30");
        assertThat(Messages.told(Locale.CHINESE, LocalDate.of(2026, 11, 23))).isEqualTo("2026年11月23日 周一");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "null|en",
                "''|en",
                "zh-CN,zh;q=0.9,en;q=0.5|zh",
                "de, zh;q=0.3, en;q=0.8|en",
                "en;q=0.1, zh-Hant-TW|zh",
                "fr|en",
                "*|en",
                "zh;q=0, en|en",
                ";;;q=x|en"
            })
    void areInTheLanguageThatTheReaderLikesBest(String header, String language) {
        assertThat(Languages.preferred(header).getLanguage()).isEqualTo(language);
    }

    private static List<String> arguments(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties bundle(String name) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/" + name + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
