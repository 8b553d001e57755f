package org.evenhall.areas;

import java.util.List;

/** An area as other things name it: its id, its name, and the names from the city down to it. */
public record AreaRef(String id, String name, List<String> path) {}
