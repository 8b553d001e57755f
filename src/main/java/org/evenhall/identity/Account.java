package org.evenhall.identity;

import java.util.Set;
import org.evenhall.identity.Caller.Right;

/**
 * An account as an operator states it.
 *
 * @param username 1 to 64 characters, kept in lower case
 * @param name how the person is shown to others
 * @param email where news goes, or null for what was stated before
 * @param password in the clear; only its hash is kept
 * @param demo whether the password is public; the accounts that the demo names have the passwords that come with it
 * @param rights all that the person has beyond those of every resident
 */
public record Account(String username, String name, String email, String password, boolean demo, Set<Right> rights) {

    public Account {
        rights = Set.copyOf(rights);
    }

    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
