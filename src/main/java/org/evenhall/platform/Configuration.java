package org.evenhall.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator sets from outside. An environment variable wins; a system property of the same name is the default
 * that a launcher may set. Empty means not set. A value that makes no sense is an {@link IllegalStateException} whose
 * message is a plain sentence.
 */
public final class Configuration {

    private final UnaryOperator<String> setting;

    private Configuration(UnaryOperator<String> setting) {
        this.setting = setting;
    }

    /** As this process was started. */
    public static Configuration ofProcess() {
        return of(name -> {
            String value = System.getenv(name);
            return value == null || value.isBlank() ? System.getProperty(name) : value;
        });
    }

    /** @param setting gives the value of a name, or null */
    public static Configuration of(UnaryOperator<String> setting) {
        return new Configuration(setting);
    }

    /** {@code HTTP_HOST}: the address that the server listens on. */
    public String host() {
        return value("HTTP_HOST").orElse("127.0.0.1");
    }

    /** {@code HTTP_PORT}. */
    public int port() {
        String port = value("HTTP_PORT").orElse("8080");
        try {
            int number = Integer.parseInt(port);
            if (number > 0 && number < 65536) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalStateException("HTTP_PORT must be a number from 1 to 65535, not \"" + port + "\".");
    }

    /** {@code EVENHALL_HOME}: the folder that holds the embedded database, the log and the lock; absolute. */
    public Path home() {
        return Path.of(value("EVENHALL_HOME").orElse(".evenhall"))
                .toAbsolutePath()
                .normalize();
    }

    /** {@code EVENHALL_DEMO}: whether the demo city and its accounts, whose passwords everybody knows, are wanted. */
    public boolean demo() {
        String demo = value("EVENHALL_DEMO").orElse("false").toLowerCase(Locale.ROOT);
        if (demo.equals("true") || demo.equals("false")) {
            return demo.equals("true");
        }
        throw new IllegalStateException("EVENHALL_DEMO must be true or false, not \"" + demo + "\".");
    }

    /** {@code EVENHALL_PUBLIC_URL}: where people reach the application, for links made outside a request; no slash at the end. */
    public URI publicUrl() {
        String url = value("EVENHALL_PUBLIC_URL").orElseGet(this::address);
        try {
            URI uri = URI.create(url.replaceAll("/+$", ""));
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalStateException(
                "EVENHALL_PUBLIC_URL must be an address as in https://rooms.example.org, not \"" + url + "\".");
    }

    /** {@code EVENHALL_TILES}: the template of the base map, as in {@code https://tiles.example.org/{z}/{x}/{y}.png}. */
    public Optional<String> tiles() {
        return value("EVENHALL_TILES");
    }

    /** {@code EVENHALL_DB_URL}: a PostgreSQL database; without it the embedded one in {@link #home()} is used. */
    public Optional<String> databaseUrl() {
        Optional<String> url = value("EVENHALL_DB_URL");
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
            throw new IllegalStateException("EVENHALL_DB_URL must begin with jdbc:postgresql:.");
        }
        return url;
    }

    /** {@code EVENHALL_DB_USER}. */
    public Optional<String> databaseUser() {
        return value("EVENHALL_DB_USER");
    }

    /** {@code EVENHALL_DB_PASSWORD}. */
    public Optional<String> databasePassword() {
        return value("EVENHALL_DB_PASSWORD");
    }

    /**
     * {@code EVENHALL_SMTP_URL}: the server that takes mail, as in {@code smtp://user:password@mail.example.org:587}, with
     * {@code smtps} for TLS from the beginning and {@code ?starttls=required} where it must come before anything is said.
     * Without it no mail is sent. User and password are percent-encoded.
     */
    public Optional<URI> smtpUrl() {
        Optional<String> url = value("EVENHALL_SMTP_URL");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(url.get());
            if (uri.getHost() != null
                    && List.of("smtp", "smtps").contains(uri.getScheme())
                    && (uri.getQuery() == null || uri.getQuery().equals("starttls=required"))) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // said below, without the value, which may hold a password
        }
        throw new IllegalStateException(
                "EVENHALL_SMTP_URL must be an address as in"
                        + " smtp://user:password@mail.example.org:587?starttls=required; special characters are percent-encoded.");
    }

    /** {@code EVENHALL_MAIL_FROM}: the address that mail comes from; needed where mail is sent. */
    public String mailFrom() {
        String from = value("EVENHALL_MAIL_FROM").orElse("");
        if (from.matches("[^@\\s<>,;:]+@[^@\\s<>,;:]+")) {
            return from;
        }
        throw new IllegalStateException(
                "EVENHALL_MAIL_FROM must be an address as in rooms@example.org, not \"" + from + "\".");
    }

    /** The address of the server itself, as a browser on this machine writes it. */
    public String address() {
        String host = host().contains(":") ? "[" + host() + "]" : host();
        return "http://" + host + ":" + port();
    }

    /** The passwords of the demo accounts are public, so the demo is served to this machine alone. */
    public void mustKeepDemoLocal() {
        if (demo() && !isLoopback(host())) {
            throw new IllegalStateException(
                    "The demo has public passwords and is served on a loopback address only, not on " + host()
                            + ". Set HTTP_HOST=127.0.0.1, or EVENHALL_DEMO=false.");
        }
    }

    /** Reads every setting once, so that a wrong one is found at the start and not by the first who needs it. */
    public void mustMakeSense() {
        mustKeepDemoLocal();
        port();
        publicUrl();
        databaseUrl();
        if (smtpUrl().isPresent()) {
            mailFrom();
        }
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("HTTP_HOST is no address of this machine: \"" + host + "\".", e);
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(setting.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
