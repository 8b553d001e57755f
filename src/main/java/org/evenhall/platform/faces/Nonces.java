package org.evenhall.platform.faces;

import jakarta.faces.FacesException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * PrimeFaces wants each form to send back the nonce of its page, and puts it there by script. A form that is sent
 * without scripts, or from a page that has none of PrimeFaces, would fail; so the nonce that the server remembers with
 * the view stands in for one that was not sent; where the view is not remembered either, a fresh one does, because the
 * whole page is made anew. One that was sent is left as it is, to be compared.
 */
public class Nonces extends ExternalContextFactory {

    private static final String NONCE = "primefaces.nonce";

    public Nonces(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) throws FacesException {
        return new WithNonce(getWrapped().getExternalContext(context, request, response));
    }

    @SuppressWarnings("unchecked") // the wrapper of the standard returns raw maps
    private static final class WithNonce extends ExternalContextWrapper {

        private final String fresh =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));

        WithNonce(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public Map<String, String> getRequestParameterMap() {
            Map<String, String> sent = getWrapped().getRequestParameterMap();
            if (sent.containsKey(NONCE) || !sent.containsKey(ResponseStateManager.VIEW_STATE_PARAM)) {
                return sent;
            }
            Object remembered = remembered();
            Map<String, String> completed = new HashMap<>(sent);
            completed.put(NONCE, remembered == null ? fresh : remembered.toString());
            return completed;
        }

        private static Object remembered() {
            FacesContext context = FacesContext.getCurrentInstance();
            UIViewRoot view = context == null ? null : context.getViewRoot();
            Map<String, Object> kept = view == null ? null : view.getViewMap(false);
            return kept == null ? null : kept.get(NONCE);
        }
    }
}
