package org.evenhall.platform.launch;

/** Why there will be no server; the message is a sentence for whoever typed the command. */
class CannotStart extends Exception {

    CannotStart(String sentence) {
        super(sentence);
    }
}
