package org.evenhall.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.bookings.CheckIns;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.text.QrPicture;

/** What hangs on the door of a space, for its owner. */
@ApplicationScoped
@Path("spaces/{id}/door-code")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publishing")
public class DoorCodeResource {

    @Inject
    private CheckIns checkIns;

    @Inject
    private CurrentCaller caller;

    /** The code, where it leads, and the same as a picture. */
    public record Sign(CheckIns.DoorCode doorCode, String svg) {}

    @GET
    @Operation(summary = "The code on the door of a space, with a QR code as SVG; made when it is first asked for")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content = @Content(schema = @Schema(implementation = Sign.class)))
    public Sign get(@PathParam("id") String id) {
        return sign(checkIns.doorCode(caller.get(), id));
    }

    @POST
    @Operation(summary = "Make another code; the one that hangs on the door opens nothing any more")
    @APIResponse(
            responseCode = "200",
            description = "The new code",
            content = @Content(schema = @Schema(implementation = Sign.class)))
    public Sign renew(@PathParam("id") String id) {
        return sign(checkIns.renewDoorCode(caller.get(), id));
    }

    private static Sign sign(CheckIns.DoorCode code) {
        return new Sign(code, QrPicture.svg(code.address()));
    }
}
