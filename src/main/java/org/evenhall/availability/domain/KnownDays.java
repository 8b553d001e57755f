package org.evenhall.availability.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Works out what is known of a day when it is first asked for, and remembers that too where nothing is known. */
final class KnownDays implements IntFunction<PartsDay> {

    private final Map<Integer, PartsDay> known = new HashMap<>();
    private final IntFunction<PartsDay> source;

    KnownDays(IntFunction<PartsDay> source) {
        this.source = source;
    }

    @Override
    public PartsDay apply(int day) {
        if (!known.containsKey(day)) {
            known.put(day, source.apply(day));
        }
        return known.get(day);
    }
}
