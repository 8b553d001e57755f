package org.evenhall.bookings.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** A request for a page, or a plain HTML form that was sent to it: many small forms stand on one page of a desk. */
public final class PlainForm {

    private final HttpServletRequest request;

    private PlainForm(HttpServletRequest request) {
        this.request = request;
    }

    public static PlainForm sent() {
        return new PlainForm((HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest());
    }

    /** Whether somebody pressed a button, and did not just open the page. */
    public boolean isPosted() {
        return "POST".equals(request.getMethod());
    }

    /** Null where it was not sent or is empty. */
    public String text(String name) {
        String text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    List<String> texts(String name) {
        return List.of(request.getParameterMap().getOrDefault(name, new String[0]));
    }

    /** A number from 0; 0 where there is none. */
    public int number(String name) {
        String text = text(name);
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** The first of these that was pressed: the name of a button. */
    String pressed(Map<String, ?> names) {
        return names.keySet().stream()
                .filter(name -> request.getParameter(name) != null)
                .findFirst()
                .orElse(null);
    }
}
