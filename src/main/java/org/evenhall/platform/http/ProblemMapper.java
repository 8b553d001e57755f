package org.evenhall.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.evenhall.platform.language.Language;

/** Everything that a resource throws leaves as a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Response own = thrown instanceof WebApplicationException web ? web.getResponse() : null;
        if (own != null && own.getStatus() < 400) {
            return own;
        }
        Response response =
                Problem.of(Refusals.of(thrown), Language.of(request)).response();
        if (own != null && own.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            return Response.fromResponse(response)
                    .header(HttpHeaders.ALLOW, own.getHeaderString(HttpHeaders.ALLOW))
                    .build();
        }
        return response;
    }

    /** The server has a mapper of its own for these, nearer than the one for everything. */
    @Provider
    public static class OfValidation implements ExceptionMapper<ValidationException> {

        @Context
        private HttpServletRequest request;

        @Override
        public Response toResponse(ValidationException thrown) {
            return Problem.of(Refusals.of(thrown), Language.of(request)).response();
        }
    }
}
