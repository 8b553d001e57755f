package org.evenhall.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;

/**
 * Nothing that takes a body takes more than this. A body that says how long it is is refused here, so that the refusal
 * is in our words and not in the server's; one that does not is cut off by whoever reads it.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class LargestBody extends HttpFilter {

    /** 64 MB: a city as GeoJSON. */
    public static final int BYTES = 64 * 1024 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() <= BYTES) {
            chain.doFilter(request, response);
        } else if (Api.isUnder(request.getRequestURI())) {
            Problem.answer(new Refused(Reason.TOO_LARGE, "problem.too-large.detail"), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }
}
