package org.evenhall.notifications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.notifications.Notices;

/** How many notices the visitor has not read yet, for the head of every page; asked once a request. */
@Named("unread")
@RequestScoped
public class Unread {

    private static final long MOST_SHOWN = 99;

    @Inject
    private Notices notices;

    @Inject
    private CurrentCaller caller;

    private Long count;

    public long getCount() {
        if (count == null) {
            count = caller.get().signedIn() ? notices.unread(caller.get()).unread() : 0;
        }
        return count;
    }

    /** Short enough for the head of a page. */
    public String getShown() {
        return getCount() > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(getCount());
    }
}
