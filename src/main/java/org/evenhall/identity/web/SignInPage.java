package org.evenhall.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.evenhall.identity.SignIn;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.language.LanguageChoice;

/** The page on which people sign in; afterwards they are where they wanted to go. */
@Named("signInPage")
@RequestScoped
public class SignInPage {

    private static final List<String> DEMO =
            List.of("resident", "resident2", "owner", "university", "coordinator", "admin");

    @Inject
    private SignIn signIn;

    @Inject
    private Configuration configuration;

    private String username;
    private String password;
    private boolean wrong;

    public void enter() {
        if (signIn.with(username, password)) {
            PageAddress.redirect(LanguageChoice.wayBack(getBack()));
        } else {
            wrong = true;
        }
    }

    /** Where to go afterwards; the form carries it on. */
    public String getBack() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("back");
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isWrong() {
        return wrong;
    }

    /** The accounts that everybody may try; none outside the demo. */
    public List<String> getDemoAccounts() {
        return configuration.demo() ? DEMO : List.of();
    }
}
