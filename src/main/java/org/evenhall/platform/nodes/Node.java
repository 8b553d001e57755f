package org.evenhall.platform.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import org.evenhall.kernel.Ids;

/** This process, told from others that work on the same database; a new one with each start. */
@ApplicationScoped
public class Node {

    private final String id = Ids.next();

    public String id() {
        return id;
    }
}
