package org.evenhall.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.evenhall.platform.Configuration;

/**
 * The content security policy (W3C, level 3): everything from here, nothing inline, pictures also from the base map.
 */
@Named
@ApplicationScoped
public class ContentSecurity {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:%s; object-src 'none'; base-uri 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; style-src 'self'; script-src 'self'";

    private String policy;

    protected ContentSecurity() {}

    @Inject
    public ContentSecurity(Configuration configuration) {
        policy = POLICY.formatted(configuration
                .tiles()
                .map(ContentSecurity::origin)
                .map(origin -> " " + origin)
                .orElse(""));
    }

    public String getPolicy() {
        return policy;
    }

    /** Scheme, host and port of a template such as {@code https://{s}.tiles.org/{z}/{x}/{y}.png}; {@code {s}} is any. */
    static String origin(String tiles) {
        URI uri = URI.create(tiles.replace("{s}.", "any-subdomain.").replaceAll("[{}]", ""));
        if (uri.getHost() == null) {
            return "";
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost().replaceFirst("^any-subdomain\\.", "*.") + port;
    }
}
