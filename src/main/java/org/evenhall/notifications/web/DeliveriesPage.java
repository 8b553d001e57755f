package org.evenhall.notifications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.notifications.Deliveries;
import org.evenhall.notifications.UndeliveredView;
import org.evenhall.platform.faces.PageAddress;

/** News that could not be delivered, for the administrator. */
@Named("deliveriesPage")
@RequestScoped
public class DeliveriesPage {

    static final String HERE = "/admin/deliveries";
    private static final int ON_PAGE = 20;

    @Inject
    private Deliveries deliveries;

    @Inject
    private CurrentCaller caller;

    private Page<UndeliveredView> parked = new Page<>(List.of(), 0, 0, ON_PAGE);

    public void load() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
            return;
        }
        var page = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("page");
        int number = page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
        parked = deliveries.parked(caller.get(), number, ON_PAGE);
    }

    public List<UndeliveredView> getParked() {
        return parked.items();
    }

    public long getTotal() {
        return parked.total();
    }

    public long getFirst() {
        return (long) parked.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + parked.items().size() - 1;
    }

    public String getNewerAddress() {
        return parked.page() == 0 ? null : HERE + "?page=" + (parked.page() - 1);
    }

    public String getOlderAddress() {
        return getLast() < parked.total() ? HERE + "?page=" + (parked.page() + 1) : null;
    }
}
