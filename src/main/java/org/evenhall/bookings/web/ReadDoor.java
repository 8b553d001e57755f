package org.evenhall.bookings.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.evenhall.platform.faces.PageAddress;

/** {@code GET /door/K7MQ3TXW}: the short address in the picture on a door leads to the page of that door. */
@WebServlet("/door/*")
public class ReadDoor extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getPathInfo();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", "/resident/door?code=" + PageAddress.encoded(path == null ? "" : path.substring(1)));
    }
}
