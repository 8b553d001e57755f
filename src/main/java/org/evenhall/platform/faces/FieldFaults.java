package org.evenhall.platform.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/** Shows what is wrong with a form at its inputs, which are called as the fields of the command. */
public final class FieldFaults {

    private FieldFaults() {}

    /**
     * Tells each violation at its input.
     *
     * @return the sentence for the head of the form
     */
    public static String show(Refused refused, Say say) {
        var faces = FacesContext.getCurrentInstance();
        for (Violation violation : refused.violations()) {
            String text = say.text(violation.key(), violation.args().toArray());
            faces.addMessage(violation.field(), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
        return refused.violations().isEmpty()
                ? say.text(refused.key(), refused.args().toArray())
                : say.text("form.look-at-fields");
    }
}
