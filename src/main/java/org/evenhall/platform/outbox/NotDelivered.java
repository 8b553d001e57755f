package org.evenhall.platform.outbox;

/** A subscriber could not do its work for now; the sentence is kept for the administrator and names no person. */
public class NotDelivered extends RuntimeException {

    public NotDelivered(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
