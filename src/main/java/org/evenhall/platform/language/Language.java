package org.evenhall.platform.language;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.evenhall.platform.text.Languages;

/**
 * The language of this request. On pages the parameter {@code lang} comes first, then the cookie of that name that
 * {@link LanguageChoice} sets, then what the browser asks for; programs are answered by {@code Accept-Language} alone.
 */
@Named
@RequestScoped
public class Language {

    /** Name of the cookie and of the parameter; values {@code zh} and {@code en}. */
    public static final String NAME = "lang";

    @Inject
    private HttpServletRequest request;

    private Locale locale;

    public Locale getLocale() {
        if (locale == null) {
            locale = of(request);
        }
        return locale;
    }

    /** The language tag, as the {@code lang} attribute of a page wants it. */
    public String getTag() {
        return getLocale().getLanguage();
    }

    /** For whoever stands outside the scope of a request's beans. */
    public static Locale of(HttpServletRequest request) {
        Locale chosen = request.getRequestURI().startsWith("/api/") ? null : chosen(request);
        return chosen != null ? chosen : Languages.preferred(request.getHeader("Accept-Language"));
    }

    private static Locale chosen(HttpServletRequest request) {
        Locale asked = "GET".equals(request.getMethod()) ? Languages.named(request.getParameter(NAME)) : null;
        if (asked == null && request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(NAME)) {
                    return Languages.named(cookie.getValue());
                }
            }
        }
        return asked;
    }
}
