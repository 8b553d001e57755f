package org.evenhall.platform.jobs;

/** The work took longer than its lease and is somebody else's by now: what was done of it is rolled back. */
class LostLease extends RuntimeException {

    LostLease(String kind) {
        super("A timer of kind " + kind + " took longer than its lease");
    }
}
