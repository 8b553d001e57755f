package org.evenhall.server;

import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the statements of requests that ask for it by a name of their own. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CountedRequests extends HttpFilter {

    static final String NAME = "Counted-As";

    private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();
    private static volatile CountedStatements counted;

    static void begin(EntityManagerFactory entities) {
        counted = new CountedStatements(entities);
    }

    /** The answer may be there before its request has ended; null until it has. */
    static Long of(String name) {
        return COUNTS.get(name);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String name = request.getHeader(NAME);
        if (name == null) {
            chain.doFilter(request, response);
        } else {
            COUNTS.put(name, counted.during(() -> go(request, response, chain)));
        }
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
