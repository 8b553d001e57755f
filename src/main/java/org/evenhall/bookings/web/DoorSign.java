package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.evenhall.bookings.CheckIns;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.text.QrPicture;
import org.evenhall.spaces.SpaceCard;

/** The sign for a door, to be printed; and another code where the old one is known to too many. */
@Named("doorSign")
@RequestScoped
public class DoorSign {

    private static final String HERE = "/owner/door-code?space=";

    @Inject
    private CheckIns checkIns;

    @Inject
    private CurrentCaller caller;

    private CheckIns.DoorCode code;

    public void load() {
        PlainForm form = PlainForm.sent();
        String id = form.text("space") == null ? "" : form.text("space");
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE + PageAddress.encoded(id)));
            return;
        }
        if (form.isPosted()) {
            checkIns.renewDoorCode(caller.get(), id);
            PageAddress.redirect(HERE + PageAddress.encoded(id));
            return;
        }
        code = checkIns.doorCode(caller.get(), id);
    }

    /** In two groups of four, as it is read. */
    public String getCode() {
        return code == null
                ? ""
                : code.code().substring(0, 4) + " " + code.code().substring(4);
    }

    public String getAddress() {
        return code == null ? "" : code.address();
    }

    /** As SVG, made of nothing but what we draw. */
    public String getPicture() {
        return code == null ? "" : QrPicture.svg(code.address());
    }

    public SpaceCard getSpace() {
        return code == null ? null : code.space();
    }
}
