package org.evenhall.api;

import java.util.List;
import org.evenhall.server.RunningServer;

/** One node with the embedded database. */
class RivalsApiIT extends Paths {

    RivalsApiIT() {
        super(List.of(RunningServer.get()));
    }
}
