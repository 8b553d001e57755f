package org.evenhall.platform.forms;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.http.Api;
import org.evenhall.platform.http.Errors;

/**
 * Takes forms from our own pages only. Another site is told by the browser itself ({@code Sec-Fetch-Site}, else {@code
 * Origin}); where there is a session, the form must also carry its {@link FormToken}. Faces would carry out
 * a form from an address too, which any link elsewhere can have: such an address is refused. The REST interface knows no
 * session and is left alone.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OwnForms extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        if (Api.isUnder(request.getRequestURI()) || (isReading(request) ? !looksLikeAForm(request) : isOurs(request))) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(Errors.REFUSED, new Refused(Reason.FORBIDDEN, "problem.forbidden.form"));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** Faces asks for nothing else when it decides whether a form was sent. */
    private static boolean looksLikeAForm(HttpServletRequest request) {
        return request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
    }

    private static boolean isOurs(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return isFromHere(request) && (session == null || FormToken.isIn(request, session));
    }

    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
