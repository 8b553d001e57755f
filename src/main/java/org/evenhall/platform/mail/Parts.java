package org.evenhall.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;

/**
 * What a mail is made of: the same words plain and as HTML, and the date beside them, where mail programs look for an
 * invitation (RFC 6047), and once more as a file for all other programs.
 */
final class Parts {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private Parts() {}

    static Multipart of(Mail mail) throws MessagingException {
        var sameInOtherForm = new MimeMultipart("alternative");
        sameInOtherForm.addBodyPart(text(mail.text(), "plain"));
        sameInOtherForm.addBodyPart(text(mail.html(), "html"));
        if (mail.date() == null) {
            return sameInOtherForm;
        }
        String type = "text/calendar; charset=UTF-8; method=" + mail.date().method();
        sameInOtherForm.addBodyPart(calendar(mail.date(), type));
        var words = new MimeBodyPart();
        words.setContent(sameInOtherForm);
        MimeBodyPart file = calendar(mail.date(), type + "; name=\"evenhall.ics\"");
        file.setFileName("evenhall.ics");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        var all = new MimeMultipart("mixed");
        all.addBodyPart(words);
        all.addBodyPart(file);
        return all;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart calendar(Mail.CalendarDate date, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(date.ics(), UTF_8, "calendar");
        part.setHeader("Content-Type", type);
        return part;
    }
}
