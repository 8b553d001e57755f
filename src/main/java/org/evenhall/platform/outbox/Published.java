package org.evenhall.platform.outbox;

import java.util.Set;

/** There is news for these subscribers. Heard after the commit. */
record Published(Set<String> subscribers) {}
