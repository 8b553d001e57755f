package org.evenhall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @Test
    void nothingSetMeansTheEmbeddedDatabaseOnThisMachineWithoutTheDemo() {
        Configuration configuration = with(Map.of());
        assertThat(configuration.address()).isEqualTo("http://127.0.0.1:8080");
        assertThat(configuration.publicUrl()).hasToString("http://127.0.0.1:8080");
        assertThat(configuration.home()).isEqualTo(Path.of(".evenhall").toAbsolutePath());
        assertThat(configuration.demo()).isFalse();
        assertThat(configuration.databaseUrl()).isEmpty();
        assertThatCode(configuration::mustMakeSense).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void theDemoIsRefusedWhereOthersCouldReachIt(String host) {
        assertThatIllegalStateException()
                .isThrownBy(with(Map.of("EVENHALL_DEMO", "true", "HTTP_HOST", host))::mustMakeSense)
                .withMessageContaining("loopback");
        assertThatCode(with(Map.of("HTTP_HOST", host))::mustMakeSense).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void theDemoIsServedToThisMachine(String host) {
        assertThatCode(with(Map.of("EVENHALL_DEMO", "true", "HTTP_HOST", host))::mustMakeSense)
                .doesNotThrowAnyException();
    }

    @Test
    void aValueThatMakesNoSenseIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(with(Map.of("HTTP_PORT", "70000"))::port)
                .withMessageContaining("HTTP_PORT");
        assertThatIllegalStateException()
                .isThrownBy(with(Map.of("EVENHALL_DEMO", "yes"))::demo)
                .withMessageContaining("EVENHALL_DEMO");
        assertThatIllegalStateException()
                .isThrownBy(with(Map.of("EVENHALL_DB_URL", "jdbc:mysql://x"))::databaseUrl)
                .withMessageContaining("jdbc:postgresql:");
        assertThatIllegalStateException()
                .isThrownBy(with(Map.of("EVENHALL_PUBLIC_URL", "rooms.example.org"))::publicUrl)
                .withMessageContaining("EVENHALL_PUBLIC_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "http://mail.example.org",
                "smtp://me:se cret@mail.example.org",
                "smtp://mail.example.org?starttls=maybe"
            })
    void anAddressForMailThatMakesNoSenseIsNamedWithoutItsPassword(String url) {
        assertThatIllegalStateException()
                .isThrownBy(with(Map.of("EVENHALL_SMTP_URL", url))::mustMakeSense)
                .withMessageContaining("EVENHALL_SMTP_URL")
                .withMessageNotContaining("cret@mail");
    }

    @Test
    void whoSendsMailIsNeededWhereMailIsSent() {
        String url = "smtps://me:a%40b@mail.example.org:465";
        assertThatIllegalStateException()
                .isThrownBy(with(Map.of("EVENHALL_SMTP_URL", url))::mustMakeSense)
                .withMessageContaining("EVENHALL_MAIL_FROM");
        assertThatCode(with(Map.of("EVENHALL_SMTP_URL", url, "EVENHALL_MAIL_FROM", "rooms@example.org"))::mustMakeSense)
                .doesNotThrowAnyException();
        assertThat(with(Map.of()).smtpUrl()).isEmpty();
    }

    @Test
    void linksGetNoSecondSlash() {
        assertThat(with(Map.of("EVENHALL_PUBLIC_URL", "https://rooms.example.org/"))
                        .publicUrl())
                .hasToString("https://rooms.example.org");
    }

    private static Configuration with(Map<String, String> settings) {
        return Configuration.of(settings::get);
    }
}
