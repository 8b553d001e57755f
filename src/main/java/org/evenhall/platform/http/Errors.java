package org.evenhall.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.evenhall.kernel.Refused;

/**
 * What the container answers by itself, in our own words: a problem document for programs, the page
 * {@code /error.xhtml} for people.
 */
@WebServlet(Errors.PATH)
public class Errors extends HttpServlet {

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
        response.setStatus(refused.reason().status());
        request.setAttribute("refused", refused);
        boolean styled = refused.reason().status() < 500 && getServletContext().getResource(PAGE) != null;
        request.getRequestDispatcher(styled ? PAGE : PLAIN_PAGE).forward(request, response);
    }

    private static Refused refused(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable throwable) {
            return Refusals.of(throwable);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Refusals.ofStatus(status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND);
    }
}
