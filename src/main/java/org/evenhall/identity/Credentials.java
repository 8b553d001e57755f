package org.evenhall.identity;

/**
 * What somebody signs in with.
 *
 * @param otp one-time password; no account asks for one yet
 */
public record Credentials(String username, String password, String otp) {

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
