package org.evenhall.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.identity.Role;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.language.Language;

/** Who looks at a page, and from where: what the frame around every page needs to know. */
@Named
@RequestScoped
public class Visitor {

    /** What pages are about, as their addresses and their forms name it. */
    private static final List<String> ABOUT = List.of(
            "space",
            "id",
            "partOf",
            "organisation",
            "group",
            "code",
            "day",
            "start",
            "from",
            "to",
            "people",
            "near",
            "kind");

    @Inject
    private CurrentCaller caller;

    @Inject
    private Language language;

    @Inject
    private Configuration configuration;

    @Inject
    private HttpServletRequest request;

    public boolean isSignedIn() {
        return caller.get().signedIn();
    }

    public String getName() {
        return caller.get().name();
    }

    public boolean isOwner() {
        return caller.get().hasAnywhere(Role.OWNER) || caller.get().administrator();
    }

    public boolean isCoordinator() {
        return caller.get().hasAnywhere(Role.COORDINATOR) || caller.get().administrator();
    }

    public boolean isAdministrator() {
        return caller.get().administrator();
    }

    /** Whether this is the demo city, with rooms that are made up. */
    public boolean isDemo() {
        return configuration.demo();
    }

    /** Template of the base map, null where there is none. */
    public String getTiles() {
        return configuration.tiles().orElse(null);
    }

    public String getOtherLanguage() {
        return "zh".equals(language.getTag()) ? "en" : "zh";
    }

    /** The other language in its own words. */
    public String getOtherLanguageName() {
        return "zh".equals(language.getTag()) ? "English" : "中文";
    }

    /** The address of this page, ready to be carried by another address; after a form, of what the form was about. */
    public String getHere() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return "%2F";
        }
        String path = request.getRequestURI().replaceFirst("(index)?\\.xhtml$", "");
        String query = "GET".equals(request.getMethod()) ? request.getQueryString() : about();
        return URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
    }

    private String about() {
        String about = ABOUT.stream()
                .filter(name -> request.getParameter(name) != null)
                .map(name -> name + "=" + URLEncoder.encode(request.getParameter(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return about.isEmpty() ? null : about;
    }

    /** The value of {@code aria-current} for a page's entry in the navigation: null where this is another page. */
    public String current(String page) {
        String path = request.getRequestURI().replaceFirst("\\.xhtml$", "");
        return path.endsWith("/" + page) ? "page" : null;
    }
}
