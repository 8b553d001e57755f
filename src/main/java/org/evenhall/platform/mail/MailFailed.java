package org.evenhall.platform.mail;

/** A mail did not leave. The message is a sentence without addresses; the mail may be sent again. */
public class MailFailed extends RuntimeException {

    MailFailed(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
