package org.evenhall.notifications.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.notifications.Notices;
import org.evenhall.platform.faces.PageAddress;

/**
 * {@code POST /inbox/reading}: marks the notice {@code id} as read and opens what it is about; without an id, marks all as
 * read and stays. Reading the address only leads to the inbox.
 */
@WebServlet("/inbox/reading")
public class ReadNotice extends HttpServlet {

    @Inject
    private Notices notices;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        go(response, read(request.getParameter("id")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        go(response, InboxPage.HERE);
    }

    /** Where to go on: the inbox, too, for a notice that is not there. */
    private String read(String id) {
        if (!caller.get().signedIn()) {
            return PageAddress.signIn(InboxPage.HERE);
        }
        if (id == null) {
            notices.readAll(caller.get());
            return InboxPage.HERE;
        }
        try {
            return notices.read(caller.get(), id).link();
        } catch (Refused e) {
            return InboxPage.HERE;
        }
    }

    private static void go(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
