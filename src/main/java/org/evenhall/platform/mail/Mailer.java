package org.evenhall.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.evenhall.platform.Configuration;

/**
 * Hands mail to the operator's server, one connection a mail. It waits for no answer longer than half a minute. Passwords
 * travel encrypted: with a user, a plain connection must be turned into TLS first, except to this very machine.
 */
@ApplicationScoped
public class Mailer {

    private static final String SENDER = "Evenhall";
    private static final Pattern REPLY = Pattern.compile("([45]\\d\\d)\\b");

    private final Clock clock;
    private final URI server;
    private final String from;
    private final Duration connecting;
    private final Duration waiting;

    Mailer() {
        this.clock = null;
        this.server = null;
        this.from = null;
        this.connecting = null;
        this.waiting = null;
    }

    @Inject
    public Mailer(Configuration configuration, Clock clock) {
        this(configuration, clock, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** @param waiting how long to wait for each answer of the server, and for it to take what it is told */
    Mailer(Configuration configuration, Clock clock, Duration connecting, Duration waiting) {
        this.clock = clock;
        this.server = configuration.smtpUrl().orElse(null);
        this.from = server == null ? null : configuration.mailFrom();
        this.connecting = connecting;
        this.waiting = waiting;
    }

    /** Whether the operator named a server. */
    public boolean sends() {
        return server != null;
    }

    /** Who mail comes from. */
    public String from() {
        return from;
    }

    /** @throws MailFailed when the server cannot be reached, does not answer in time, or does not take the mail */
    public void send(Mail mail) {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport(server.getScheme())) {
            MimeMessage message = message(session, mail);
            transport.connect(server.getHost(), server.getPort(), user(0), user(1));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AuthenticationFailedException e) {
            throw new MailFailed("The mail server does not know this user and password.", e);
        } catch (AddressException e) {
            throw new MailFailed("The reader's address is not one that mail can go to.", e);
        } catch (SendFailedException e) {
            throw new MailFailed("The mail server did not take the mail" + reply(e) + ".", e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailFailed("The mail server cannot be reached, or broke off.", e);
        }
    }

    /** The code of the server's reply (RFC 5321, 4.2), without what it says beside: that may hold the reader's address. */
    private static String reply(SendFailedException refusal) {
        for (Exception each = refusal; each instanceof MessagingException failure; each = failure.getNextException()) {
            var found = REPLY.matcher(String.valueOf(failure.getMessage()));
            if (found.lookingAt()) {
                return ": it answered " + found.group(1);
            }
        }
        return "";
    }

    private MimeMessage message(Session session, Mail mail) throws MessagingException, UnsupportedEncodingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
            }
        };
        message.setFrom(new InternetAddress(from, SENDER, StandardCharsets.UTF_8.name()));
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(mail.to(), true)});
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {mail.language().getLanguage()});
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answers from machines
        message.setContent(Parts.of(mail));
        message.saveChanges();
        return message;
    }

    private Properties properties() {
        var properties = new Properties();
        String prefix = "mail." + server.getScheme() + ".";
        properties.setProperty(prefix + "connectiontimeout", String.valueOf(connecting.toMillis()));
        properties.setProperty(prefix + "timeout", String.valueOf(waiting.toMillis()));
        properties.setProperty(prefix + "writetimeout", String.valueOf(waiting.toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(mustBeEncrypted()));
        properties.setProperty(prefix + "auth", String.valueOf(server.getRawUserInfo() != null));
        properties.setProperty("mail.mime.charset", StandardCharsets.UTF_8.name());
        return properties;
    }

    private boolean mustBeEncrypted() {
        return server.getScheme().equals("smtp")
                && (server.getQuery() != null || server.getRawUserInfo() != null && !isThisMachine(server.getHost()));
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** @param part 0 for the name, 1 for the password */
    private String user(int part) {
        if (server.getRawUserInfo() == null) {
            return null;
        }
        String[] parts = server.getRawUserInfo().split(":", 2);
        return parts.length > part ? URLDecoder.decode(parts[part].replace("+", "%2B"), StandardCharsets.UTF_8) : "";
    }
}
