package org.evenhall.platform.language;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.evenhall.platform.text.Languages;

/**
 * {@code GET /language?to=zh&back=/path}: remembers the language for a year and goes back. The way back is a path of
 * this site; anything that a browser could take for another site leads home instead.
 */
@WebServlet("/language")
public class LanguageChoice extends HttpServlet {

    @Inject
    private Event<LanguageChosen> event;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Locale chosen = Languages.named(request.getParameter("to"));
        if (chosen != null) {
            var cookie = new Cookie(Language.NAME, chosen.getLanguage());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            response.addCookie(cookie);
            event.fire(new LanguageChosen(chosen));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", wayBack(request.getParameter("back")));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    /** A path of this site, printable ASCII, without what browsers read as the start of another site. */
    public static String wayBack(String back) {
        boolean ours = back != null && back.matches("/([!-\\[\\]-~&&[^/]][!-\\[\\]-~]*)?");
        return ours ? back : "/";
    }
}
