package org.evenhall.platform.nodes;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Whoever asks for a change may have been told by another node what it rests on: that a room is published, or that its
 * hours are others now. So this node first learns what was committed before it was asked. Whoever only reads sees it
 * within a second.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CatchUp extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    private Following following;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!READING.contains(request.getMethod())) {
            following.catchUp();
        }
        chain.doFilter(request, response);
    }
}
