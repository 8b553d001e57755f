package org.evenhall.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.bookings.Bookings;
import org.evenhall.identity.Caller;
import org.evenhall.platform.mail.RefusingServer;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewsByMailTest {

    private ServerSetup setup;
    private GreenMail server;

    @BeforeEach
    void start() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            setup = new ServerSetup(socket.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        }
        begin();
    }

    private void begin() {
        server = new GreenMail(setup);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private NewsWorld world(Databases database) {
        return new NewsWorld(database, "smtp://127.0.0.1:" + setup.getPort());
    }

    @Test
    void isInTheLanguageOfTheReader() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        world.tell(SomeNews.of(world.reader(Locale.ENGLISH).personId()).that(Kind.CONFIRMED));
        world.tell(SomeNews.of(world.reader(Locale.CHINESE).personId()).that(Kind.CONFIRMED));
        MimeMessage english = received(0);
        MimeMessage chinese = received(1);
        assertThat(english.getAllRecipients()[0]).hasToString("en@example.org");
        assertThat(english.getSubject()).isEqualTo("Booked: Room a at House");
        assertThat(words(english, 0))
                .startsWith("Hello A <reader>,")
                .contains("Room a at House is yours: Wed 25 Nov 2026 18:30 to 21:00.")
                .contains("Lindenstraße 1")
                .contains("https://rooms.example.org/resident/booking?id=" + SomeNews.BOOKING);
        assertThat(words(english, 1)).contains("Hello A &lt;reader&gt;,").doesNotContain("<reader>");
        assertThat(chinese.getAllRecipients()[0]).hasToString("zh@example.org");
        assertThat(chinese.getSubject()).isEqualTo("预约成功：房间a（楼）");
        assertThat(words(chinese, 0)).contains("2026年11月25日 周三 18:30–21:00").contains("预约号：7K3Q9M");
    }

    @Test
    void keepsOneEntryInTheCalendarFromTheConfirmationToTheCancellation() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        String reader = world.reader(Locale.ENGLISH).personId();
        var later = SomeNews.START.plus(Duration.ofHours(1));
        world.tell(SomeNews.of(reader).that(Kind.CONFIRMED));
        world.tell(SomeNews.of(reader).sequence(1).from(later).that(Kind.MOVED));
        world.tell(SomeNews.of(reader).sequence(2).from(later).that(Kind.CANCELLED));
        ICalendar confirmed = calendar(received(0));
        ICalendar moved = calendar(received(1));
        ICalendar cancelled = calendar(received(2));
        assertThat(confirmed.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(moved.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(cancelled.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event(moved).getUid().getValue())
                .isEqualTo(event(confirmed).getUid().getValue())
                .isEqualTo(event(cancelled).getUid().getValue())
                .contains(SomeNews.BOOKING);
        assertThat(event(confirmed).getSequence().getValue()).isZero();
        assertThat(event(moved).getSequence().getValue()).isEqualTo(1);
        assertThat(event(cancelled).getSequence().getValue()).isEqualTo(2);
        ICalDate start = event(confirmed).getDateStart().getValue();
        assertThat(start.toInstant()).isEqualTo(SomeNews.START);
        assertThat(event(moved).getDateStart().getValue().toInstant()).isEqualTo(later);
        assertThat(event(confirmed).getSummary().getValue()).isEqualTo("Room a at House");
        assertThat(event(confirmed).getLocation().getValue()).isEqualTo("House, Lindenstraße 1");
        assertThat(event(confirmed).getOrganizer().getEmail()).isEqualTo("rooms@example.org");
        assertThat(event(confirmed).getAttendees().get(0).getEmail()).isEqualTo("en@example.org");
        assertThat(event(cancelled).getStatus().isCancelled()).isTrue();
    }

    @Test
    void whatChangesNoCalendarCarriesNone() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        world.tell(SomeNews.of(world.reader(Locale.ENGLISH).personId()).that(Kind.REMINDER));
        assertThat(received(0).getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void aReminderLeadsToWhereOneChecksInWithoutSigningIn() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        world.tell(SomeNews.of(world.reader(Locale.ENGLISH).personId()).that(Kind.REMINDER));
        assertThat(words(received(0), 0))
                .contains("https://rooms.example.org/check-in?booking=" + SomeNews.BOOKING + "&key=signed");
    }

    @Test
    void aSeriesBringsAllItsDatesAndTakesThemAway() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        String reader = world.reader(Locale.ENGLISH).personId();
        world.dates.add(date("first", 0, true));
        world.dates.add(date("moved", 1, true));
        world.tell(SomeNews.of(reader).that(Kind.SERIES_BOOKED));
        world.dates.replaceAll(each -> date(each.bookingId(), each.sequence() + 1, false));
        world.tell(SomeNews.of(reader).that(Kind.SERIES_CANCELLED));
        world.dates.clear();
        world.tell(SomeNews.of(reader).that(Kind.SERIES_CANCELLED));
        ICalendar booked = calendar(received(0));
        assertThat(booked.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(booked.getEvents())
                .extracting(each ->
                        each.getUid().getValue() + " " + each.getSequence().getValue())
                .containsExactly("booking-first@evenhall 0", "booking-moved@evenhall 1");
        assertThat(calendar(received(1)).getEvents())
                .allMatch(each -> each.getStatus().isCancelled())
                .extracting(each ->
                        each.getUid().getValue() + " " + each.getSequence().getValue())
                .containsExactly("booking-first@evenhall 1", "booking-moved@evenhall 2");
        assertThat(received(2).getContentType())
                .as("nothing of it was in a calendar")
                .startsWith("multipart/alternative");
    }

    private static Bookings.SeriesDate date(String booking, int sequence, boolean held) {
        return new Bookings.SeriesDate(
                booking, "7K3Q9M", "a", SomeNews.START, SomeNews.START.plusSeconds(3600), sequence, held);
    }

    @Test
    void onlyWhoGoesSomewhereReadsAnAddress() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        String reader = world.reader(Locale.ENGLISH).personId();
        world.tell(SomeNews.of(reader).that(Kind.REMINDER));
        world.tell(SomeNews.of(reader).that(Kind.PAUSED));
        assertThat(words(received(0), 0))
                .contains("Address: Lindenstraße 1")
                .contains("Check in here when you are there:");
        assertThat(words(received(1), 0)).contains("the rooms of Library").doesNotContain("Address");
    }

    @Test
    void anOwnerIsLedToWhereTheyDecide() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        String owner = world.reader(Locale.ENGLISH).personId();
        world.tell(SomeNews.of(owner).that(Kind.ASKED));
        world.tell(SomeNews.of(owner).that(Kind.OBJECTED));
        assertThat(received(0).getSubject()).isEqualTo("Please decide: Room a at House");
        assertThat(words(received(0), 0))
                .contains("https://rooms.example.org/owner/requests?organisation=organisation");
        assertThat(words(received(1), 0)).contains("https://rooms.example.org/owner/pauses?organisation=organisation");
    }

    @Test
    void whatIsOnlyAskedForIsInNoCalendar() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        String reader = world.reader(Locale.ENGLISH).personId();
        world.tell(SomeNews.of(reader).that(Kind.REQUESTED));
        world.tell(SomeNews.of(reader).sequence(1).that(Kind.REQUEST_CHANGED));
        assertThat(received(0).getContentType()).startsWith("multipart/alternative");
        assertThat(received(1).getContentType()).startsWith("multipart/alternative");
        assertThat(words(received(1), 0))
                .contains("It is now for Room a at House")
                .contains("for 4 people");
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "TAKEN_BACK", "DISPLACED", "PROPOSAL_LAPSED"})
    void whateverEndsABookingTakesItsEntryAway(Kind end) throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        world.tell(
                SomeNews.of(world.reader(Locale.ENGLISH).personId()).sequence(1).that(end));
        assertThat(calendar(received(0)).getMethod().getValue()).isEqualTo("CANCEL");
    }

    @Test
    void anEntryHasLinesOfAtMost75OctetsAndBearsAnyName() throws MessagingException, IOException {
        var world = world(Databases.DERBY);
        String name = "Li \"长\"\r\nATTENDEE:mailto:other@example.org" + "长".repeat(40);
        world.tell(
                SomeNews.of(world.reader(name, Locale.CHINESE, "li@example.org").personId())
                        .that(Kind.CONFIRMED));
        String sent = new String(
                alternatives(received(0)).getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sent.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(event(calendar(received(0))).getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("li@example.org");
            assertThat(attendee.getCommonName()).startsWith("Li '长' ATTENDEE").endsWith("长长");
        });
        assertThat(event(calendar(received(0))).getSummary().getValue()).isEqualTo("房间a（楼）");
    }

    @Test
    void whoHasNoAddressOrJustCheckedInGetsNone() {
        var world = world(Databases.DERBY);
        world.tell(SomeNews.of(world.reader(Locale.ENGLISH, null).personId()).that(Kind.CONFIRMED));
        world.tell(SomeNews.of(world.reader(Locale.ENGLISH).personId()).that(Kind.CHECKED_IN));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsDownDelaysNothingAndLosesNothing(Databases database) throws MessagingException {
        var world = world(database);
        Caller reader = world.reader(Locale.ENGLISH);
        stop();
        long begun = System.nanoTime();
        world.publish(SomeNews.of(reader.personId()).that(Kind.CONFIRMED));
        world.publish(SomeNews.of(reader.personId()).sequence(1).that(Kind.MOVED));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        world.news.deliver();
        assertThat(world.notices.unread(reader).unread()).as("in the inbox").isEqualTo(2);
        begin();
        world.clock.pass(Duration.ofHours(6));
        world.news.deliver();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(received(0).getSubject()).startsWith("Booked:");
        assertThat(received(1).getSubject()).startsWith("Moved:");
        world.news.deliver();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aReaderWhomTheServerRefusesDelaysNobodyElseAndLosesNothing() throws IOException {
        try (var refusing = new RefusingServer("full@", "452 4.2.2 mailbox full")) {
            var world = new NewsWorld(Databases.DERBY, "smtp://127.0.0.1:" + refusing.port());
            String full = world.reader(Locale.ENGLISH, "full@example.org").personId();
            world.publish(SomeNews.of(full).about("full").that(Kind.CONFIRMED));
            world.publish(SomeNews.of(full).about("full").sequence(1).that(Kind.MOVED));
            world.publish(SomeNews.of(world.reader(Locale.ENGLISH).personId()).that(Kind.CONFIRMED));
            world.news.deliver();
            assertThat(refusing.taken()).containsExactly("en@example.org");
            refusing.relent();
            world.clock.pass(Duration.ofHours(6));
            world.news.deliver();
            assertThat(refusing.taken()).containsExactly("en@example.org", "full@example.org", "full@example.org");
        }
    }

    private MimeMessage received(int number) {
        return server.getReceivedMessages()[number];
    }

    private static MimeMultipart alternatives(MimeMessage message) throws MessagingException, IOException {
        var content = (MimeMultipart) message.getContent();
        return content.getContentType().startsWith("multipart/alternative")
                ? content
                : (MimeMultipart) content.getBodyPart(0).getContent();
    }

    private static String words(MimeMessage message, int part) throws MessagingException, IOException {
        return ((String) alternatives(message).getBodyPart(part).getContent()).replace("\r\n", "\n");
    }

    private static ICalendar calendar(MimeMessage message) throws MessagingException, IOException {
        return Biweekly.parse(alternatives(message).getBodyPart(2).getInputStream())
                .first();
    }

    private static VEvent event(ICalendar calendar) {
        return calendar.getEvents().get(0);
    }
}
