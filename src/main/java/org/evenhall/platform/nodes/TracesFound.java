package org.evenhall.platform.nodes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What other nodes have committed since the last look. Observers load the present state of what they keep; they are
 * called in the order of their {@code @Priority}, as at the start, and may hear of the same change again.
 *
 * @param everything whether this node was away for so long that traces may be gone: all that is kept is loaded again
 */
public record TracesFound(List<Trace> traces, boolean everything) {

    public TracesFound {
        traces = List.copyOf(traces);
    }

    public boolean speakOf(String what) {
        return everything || traces.stream().anyMatch(trace -> trace.what().equals(what));
    }

    /** Ids of the things of that kind which changed. */
    public Set<String> subjects(String what) {
        return of(what).stream().map(Trace::subject).collect(Collectors.toSet());
    }

    public List<Trace> of(String what) {
        return traces.stream().filter(trace -> trace.what().equals(what)).toList();
    }
}
