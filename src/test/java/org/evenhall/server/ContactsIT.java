package org.evenhall.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import org.evenhall.identity.Account;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Contact;
import org.evenhall.identity.People;
import org.evenhall.kernel.Ids;
import org.junit.jupiter.api.Test;

class ContactsIT extends InServer {

    @Inject
    private People people;

    @Test
    void newsComesInTheLanguageThatWasChosenLast() {
        Contact reader = defined("reader@example.org", Ids.next());
        assertThat(reader.language()).as("as long as none was chosen").isEqualTo(Locale.ENGLISH);
        var caller = new Caller(reader.personId(), reader.name(), Locale.ENGLISH, Set.of());
        people.rememberLanguage(caller, Locale.CHINESE);
        assertThat(contact(reader).language()).isEqualTo(Locale.CHINESE);
        people.rememberLanguage(caller, Locale.ENGLISH);
        assertThat(contact(reader).language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void anAddressStaysUntilAnotherIsStated() {
        String username = Ids.next();
        assertThat(defined("first@example.org", username).email()).isEqualTo("first@example.org");
        assertThat(defined(null, username).email()).isEqualTo("first@example.org");
        assertThat(defined("second@example.org", username).email()).isEqualTo("second@example.org");
    }

    private Contact contact(Contact reader) {
        return people.contact(reader.personId()).orElseThrow();
    }

    private Contact defined(String email, String username) {
        String id = people.define(
                Caller.system(), new Account(username, "A reader", email, "a long password", false, Set.of()));
        return people.contact(id).orElseThrow();
    }
}
