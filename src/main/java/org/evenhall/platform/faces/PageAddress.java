package org.evenhall.platform.faces;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Addresses of pages, and the way to them. Times in addresses are the venue's wall clock, as people read them. */
public final class PageAddress {

    private PageAddress() {}

    /** The form that books a time. */
    public static String book(String spaceId, Instant start, Instant end, ZoneId zone) {
        return "/resident/book?space=" + encoded(spaceId) + "&start=" + LocalDateTime.ofInstant(start, zone) + "&end="
                + LocalDateTime.ofInstant(end, zone);
    }

    public static String booking(String id) {
        return "/resident/booking?id=" + encoded(id);
    }

    public static String series(String id) {
        return "/resident/series?id=" + encoded(id);
    }

    /** The way to an address through the sign-in page. */
    public static String signIn(String back) {
        return "/sign-in?back=" + encoded(back);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Answers the request with the way to another page; after a form, so that it is not sent twice. */
    public static void redirect(String address) {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(address);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
