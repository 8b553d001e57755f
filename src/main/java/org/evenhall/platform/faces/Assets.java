package org.evenhall.platform.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Addresses of our own style sheets, scripts and pictures. Each carries a checksum of its content, so that a browser
 * may keep a file for as long as it likes and still sees the next version at once.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/WEB-INF/resources/";
    private static final List<String> STYLES =
            List.of("tokens", "base", "layout", "components", "evening", "rooms", "pages", "print");

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Inject
    private ServletContext files;

    public String of(String name) {
        return addresses.computeIfAbsent(name, this::address);
    }

    /** The style sheets of every page, in their order. */
    public List<String> getStyles() {
        return STYLES.stream().map(style -> of("css/" + style + ".css")).toList();
    }

    private String address(String name) {
        try (InputStream content = files.getResourceAsStream(FOLDER + name)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no " + name);
            }
            var sum = new CRC32();
            sum.update(content.readAllBytes());
            return "/jakarta.faces.resource/" + name + ".xhtml?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
