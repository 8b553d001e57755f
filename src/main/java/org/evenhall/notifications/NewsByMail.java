package org.evenhall.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.identity.Contact;
import org.evenhall.identity.People;
import org.evenhall.kernel.DomainEvent;
import org.evenhall.platform.mail.MailFailed;
import org.evenhall.platform.mail.Mailer;
import org.evenhall.platform.outbox.NotDelivered;
import org.evenhall.platform.outbox.Subscriber;

/**
 * Sends news by mail, where the operator named a mail server and the person an address. A mail that a server took just
 * before the line broke is sent twice, with the same Message-ID.
 */
@ApplicationScoped
class NewsByMail implements Subscriber {

    /** What the reader did a moment ago, standing in the room. */
    private static final Set<Kind> NOT_WORTH_A_MAIL = EnumSet.of(Kind.CHECKED_IN);

    private final Mailer mailer;
    private final People people;
    private final Letters letters;

    NewsByMail() {
        this(null, null, null);
    }

    @Inject
    NewsByMail(Mailer mailer, People people, Letters letters) {
        this.mailer = mailer;
        this.people = people;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<Class<? extends DomainEvent>> hears() {
        return mailer.sends() ? Set.of(BookingNews.class) : Set.of();
    }

    @Override
    public void receive(String eventId, DomainEvent event) {
        var news = (BookingNews) event;
        Optional<Contact> reader = people.contact(news.bookerId()).filter(contact -> contact.email() != null);
        if (reader.isPresent() && mailer.sends() && !NOT_WORTH_A_MAIL.contains(news.kind())) {
            try {
                mailer.send(letters.about(news, eventId, reader.get(), mailer.from()));
            } catch (MailFailed e) {
                throw new NotDelivered(e.getMessage(), e);
            }
        }
    }
}
