package org.evenhall.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.evenhall.platform.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailerTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("reader@example.org", "me", "geheim:ä@"));

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Mail.CalendarDate DATE =
            new Mail.CalendarDate("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");

    @Test
    void writesTheSameWordsPlainAndAsHtmlAndTheDateTwice() throws MessagingException, IOException {
        mailer("smtp://127.0.0.1:" + SERVER.getSmtp().getPort()).send(mail("预约成功：“A”", DATE));
        MimeMessage message = SERVER.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("预约成功：“A”");
        assertThat(message.getHeader("From")).containsExactly("Evenhall <rooms@example.org>");
        assertThat(message.getHeader("To")).containsExactly("reader@example.org");
        assertThat(message.getMessageID()).isEqualTo("<event-1@example.org>");
        assertThat(message.getSentDate()).isEqualTo(NOON);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentLanguage()).containsExactly("zh");
        var all = (MimeMultipart) message.getContent();
        var words = (MimeMultipart) all.getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(words.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(words.getBodyPart(0).getContent()).isEqualTo("您好");
        assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(words.getBodyPart(1).getContent()).isEqualTo("<p>您好</p>");
        assertIsTheDate(words.getBodyPart(2));
        assertIsTheDate(all.getBodyPart(1));
        assertThat(all.getBodyPart(1).getFileName()).isEqualTo("evenhall.ics");
        assertThat(all.getBodyPart(1).getDisposition()).isEqualTo("attachment");
    }

    private static void assertIsTheDate(BodyPart part) throws MessagingException, IOException {
        var type = new ContentType(part.getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(part.getInputStream().readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(DATE.ics());
    }

    @Test
    void withoutADateThereIsNoAttachment() throws MessagingException, IOException {
        mailer("smtp://127.0.0.1:" + SERVER.getSmtp().getPort()).send(mail("Hello", null));
        var words = (MimeMultipart) SERVER.getReceivedMessages()[0].getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(words.getCount()).isEqualTo(2);
    }

    @Test
    void signsInWhereTheAddressNamesAUser() {
        int port = SERVER.getSmtp().getPort();
        mailer("smtp://me:geheim%3A%C3%A4%40@127.0.0.1:" + port).send(mail("Hello", null));
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThatExceptionOfType(MailFailed.class)
                .isThrownBy(() -> mailer("smtp://me:wrong@127.0.0.1:" + port).send(mail("Hello", null)))
                .withMessageContaining("user and password");
    }

    @Test
    void sendsNothingInTheClearWhereItMustBeEncrypted() {
        assertThatExceptionOfType(MailFailed.class)
                .isThrownBy(() -> mailer("smtp://127.0.0.1:" + SERVER.getSmtp().getPort() + "?starttls=required")
                        .send(mail("Hello", null)));
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void aHeaderCannotBeSmuggledIn() throws MessagingException {
        mailer("smtp://127.0.0.1:" + SERVER.getSmtp().getPort()).send(mail("Hello\r\nBcc: other@example.org", null));
        MimeMessage message = SERVER.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereIsASentenceWithoutAddresses() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatExceptionOfType(MailFailed.class)
                .isThrownBy(() -> mailer("smtp://127.0.0.1:" + free).send(mail("Hello", null)))
                .withMessage("The mail server cannot be reached, or broke off.");
    }

    @Test
    void aServerThatRefusesIsASentenceWithoutAddresses() throws IOException {
        try (var server = new StubbornServer("554 no mail for reader@example.org today\r\n")) {
            assertThatExceptionOfType(MailFailed.class)
                    .isThrownBy(
                            () -> mailer("smtp://127.0.0.1:" + server.port()).send(mail("Hello", null)))
                    .withMessageNotContaining("reader");
        }
    }

    @Test
    void aReaderWhomTheServerRefusesIsASentenceWithTheReplyAndNoAddress() throws IOException {
        try (var server = new RefusingServer("reader", "452 4.2.2 <reader@example.org> mailbox full")) {
            assertThatExceptionOfType(MailFailed.class)
                    .isThrownBy(
                            () -> mailer("smtp://127.0.0.1:" + server.port()).send(mail("Hello", null)))
                    .withMessage("The mail server did not take the mail: it answered 452.");
        }
    }

    @Test
    void whatIsNoAddressIsNotBlamedOnTheServer() {
        var astray = new Mail("event-1", "nobody", Locale.ENGLISH, "Hello", "Hello", "<p>Hello</p>", null);
        assertThatExceptionOfType(MailFailed.class)
                .isThrownBy(() ->
                        mailer("smtp://127.0.0.1:" + SERVER.getSmtp().getPort()).send(astray))
                .withMessageStartingWith("The reader's address");
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
        try (var server = new StubbornServer(null)) {
            long begun = System.nanoTime();
            assertThatExceptionOfType(MailFailed.class)
                    .isThrownBy(() -> mailer("smtp://127.0.0.1:" + server.port(), Duration.ofMillis(300))
                            .send(mail("Hello", null)));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(20));
        }
    }

    private static Mail mail(String subject, Mail.CalendarDate date) {
        return new Mail("event-1", "reader@example.org", Locale.CHINESE, subject, "您好", "<p>您好</p>", date);
    }

    private static Mailer mailer(String url) {
        return mailer(url, Duration.ofSeconds(30));
    }

    private static Mailer mailer(String url, Duration patience) {
        Map<String, String> settings = new HashMap<>();
        settings.put("EVENHALL_SMTP_URL", url);
        settings.put("EVENHALL_MAIL_FROM", "rooms@example.org");
        return new Mailer(Configuration.of(settings::get), Clock.fixed(NOON, ZoneOffset.UTC), patience, patience);
    }

    /** Takes connections and says one thing, or nothing at all. */
    private static final class StubbornServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

        StubbornServer(String greeting) throws IOException {
            var thread = new Thread(() -> serve(greeting));
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(String greeting) {
            try {
                while (true) {
                    Socket client = socket.accept();
                    if (greeting != null) {
                        client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                        client.getOutputStream().flush();
                    }
                }
            } catch (IOException e) {
                // closed
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
