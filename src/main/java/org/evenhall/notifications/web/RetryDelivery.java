package org.evenhall.notifications.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.notifications.Deliveries;
import org.evenhall.platform.http.Errors;

/**
 * {@code POST /admin/deliveries/retry}: lets the delivery {@code id} be tried again, all of them without an id, and goes back
 * to the list.
 */
@WebServlet("/admin/deliveries/retry")
public class RetryDelivery extends HttpServlet {

    @Inject
    private Deliveries deliveries;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        try {
            if (id == null) {
                deliveries.retryAll(caller.get());
            } else {
                deliveries.retry(caller.get(), id);
            }
            goBack(response);
        } catch (Refused e) {
            if (e.reason() == Reason.NOT_FOUND) {
                goBack(response);
            } else {
                request.setAttribute(Errors.REFUSED, e);
                response.sendError(e.reason().status());
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        goBack(response);
    }

    private static void goBack(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", DeliveriesPage.HERE);
    }
}
