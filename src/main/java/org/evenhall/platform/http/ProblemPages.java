package org.evenhall.platform.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenhall.kernel.Reason;
import org.evenhall.platform.language.Language;
import org.evenhall.platform.text.Messages;

/**
 * {@code /problems/slot-taken} and its like: the type of a problem is an address, and whoever opens it in a browser
 * reads what it means. {@code /problems} lists them all.
 */
@WebServlet({"/problems", "/problems/*"})
public class ProblemPages extends HttpServlet {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s – Evenhall</title>
            </head>
            <body><main><h1>%2$s</h1>
            %3$s<p><a href="/problems">%4$s</a> · <a href="/">Evenhall</a></p></main></body>
            </html>
            """;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Language.of(request);
        String slug = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        List<Reason> told = Arrays.stream(Reason.values())
                .filter(reason -> slug.isEmpty() || reason.slug().equals(slug))
                .toList();
        if (told.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", locale.getLanguage());
        String all = Messages.text(locale, "problems.all");
        boolean one = !slug.isEmpty();
        response.getWriter()
                .print(PAGE.formatted(
                        locale.getLanguage(),
                        one ? title(locale, told.get(0)) : all,
                        one ? about(locale, told.get(0)) : list(locale, told),
                        all));
    }

    private static String title(Locale locale, Reason reason) {
        return Messages.text(locale, "problem." + reason.slug() + ".title");
    }

    private static String about(Locale locale, Reason reason) {
        return "<p>" + Messages.text(locale, "problem." + reason.slug() + ".about") + "</p>\n<p>HTTP " + reason.status()
                + "</p>\n";
    }

    private static String list(Locale locale, List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> "<li><a href=\"" + reason.type() + "\">" + title(locale, reason) + "</a></li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }
}
