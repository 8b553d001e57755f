package org.evenhall.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.evenhall.platform.language.LanguageChosen;

/** What somebody who is signed in chooses to read is also what they get mail in. */
@ApplicationScoped
class RememberedLanguage {

    @Inject
    private People people;

    @Inject
    private CurrentCaller caller;

    void chosen(@Observes LanguageChosen chosen) {
        if (caller.get().signedIn()) {
            people.rememberLanguage(caller.get(), chosen.language());
        }
    }
}
