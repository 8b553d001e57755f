package org.evenhall.platform.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.evenhall.kernel.Reason;
import org.evenhall.platform.language.Language;

/**
 * {@code /problems/slot-taken} and its like: the type of a problem is an address, and whoever opens it in a browser
 * reads what it means. {@code /problems} lists them all.
 */
@WebServlet({"/problems", "/problems/*"})
public class ProblemPages extends HttpServlet {

    private static final String PAGE = "/problem.xhtml";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String slug = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        List<Reason> told = Arrays.stream(Reason.values())
                .filter(reason -> slug.isEmpty() || reason.slug().equals(slug))
                .toList();
        if (told.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Language", Language.of(request).getLanguage());
        request.setAttribute("reasons", told);
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
