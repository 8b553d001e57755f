package org.evenhall.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * What every answer tells the browser not to do. Reading the REST interface is open to pages of any origin, without
 * credentials (the interface knows no cookies); writing is for programs and for our own pages.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class SecurityHeaders extends HttpFilter {

    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final String POLICY = "Content-Security-Policy";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private ContentSecurity contentSecurity;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean api = Api.isUnder(request.getRequestURI());
        response.setHeader(POLICY, api ? "default-src 'none'; frame-ancestors 'none'" : contentSecurity.getPolicy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!api
                && request.getUserPrincipal() != null
                && !request.getRequestURI().startsWith(RESOURCES)) {
            response.setHeader("Cache-Control", "no-store"); // the next person at a shared computer goes back
        }
        if (api && answeredForApi(request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    /** @return whether this was a preflight, which is answered here */
    private static boolean answeredForApi(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Vary", "Accept-Language, Authorization");
        response.setHeader("Cache-Control", request.getHeader("Authorization") == null ? "no-cache" : "no-store");
        boolean preflight =
                "OPTIONS".equals(request.getMethod()) && request.getHeader("Access-Control-Request-Method") != null;
        if (preflight || READING.contains(request.getMethod())) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Access-Control-Expose-Headers", "Content-Language, ETag, Location, Retry-After");
        }
        if (preflight) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            response.setHeader("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Language");
            response.setHeader("Access-Control-Max-Age", "86400");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return preflight;
    }
}
