package org.evenhall.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.language.LanguageChoice;

/**
 * What the container answers by itself, in our own words: a problem document for programs, the page
 * {@code /error.xhtml} for people. A form of a page that the server no longer knows leads back to that page, afresh.
 */
@WebServlet(Errors.PATH)
public class Errors extends HttpServlet {

    /** Request attribute with a {@link Refused} that says more than the status; filters set it, the page reads it. */
    public static final String REFUSED = "refused";

    static final String PATH = "/error";
    private static final String PAGE = "/error.xhtml";
    private static final String PLAIN_PAGE = "/error.html";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Refused refused = refused(request);
        String uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (Api.isUnder(uri)) {
            Problem.answer(refused, request, response);
            return;
        }
        if (refused.reason() == Reason.STALE && uri != null) {
            response.setHeader("Location", LanguageChoice.wayBack(uri));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        response.setStatus(refused.reason().status());
        request.setAttribute(REFUSED, refused);
        boolean styled = refused.reason().status() < 500 && getServletContext().getResource(PAGE) != null;
        request.getRequestDispatcher(styled ? PAGE : PLAIN_PAGE).forward(new Bare(request), response);
    }

    /** The error page is not what a form was sent to, so it is asked for without the form. */
    private static final class Bare extends HttpServletRequestWrapper {

        Bare(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }
    }

    private static Refused refused(HttpServletRequest request) {
        if (request.getAttribute(REFUSED) instanceof Refused refused) {
            return refused;
        }
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable throwable) {
            return Refusals.of(throwable);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Refusals.ofStatus(status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND);
    }
}
