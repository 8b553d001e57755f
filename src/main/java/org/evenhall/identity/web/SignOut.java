package org.evenhall.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.evenhall.identity.SignIn;

/** {@code POST /sign-out}: forgets the session and goes home. Reading the address does nothing but go home. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

    @Inject
    private SignIn signIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        signIn.out();
        goHome(response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        goHome(response);
    }

    private static void goHome(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/");
    }
}
