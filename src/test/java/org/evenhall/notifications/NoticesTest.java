package org.evenhall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.outbox.Subscriber;
import org.evenhall.platform.text.Languages;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesTest {

    @ParameterizedTest
    @EnumSource
    void tellTheNewestFirstUntilTheyAreRead(Databases database) {
        var world = new NewsWorld(database, null);
        Caller reader = world.reader(Locale.ENGLISH);
        world.tell(SomeNews.of(reader.personId()).that(Kind.CONFIRMED));
        world.clock.pass(Duration.ofMinutes(5));
        world.tell(SomeNews.of(reader.personId()).because("Water in the cellar").that(Kind.CANCELLED));

        var all = world.notices.list(reader, false, 0, 1);
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.items()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.CANCELLED);
            assertThat(notice.title()).isEqualTo("Cancelled: Room a at House");
            assertThat(notice.text())
                    .isEqualTo("Your booking 7K3Q9M is cancelled: Room a at House, tomorrow 18:30 to 21:00."
                            + " Reason given: \"Water in the cellar\"");
            assertThat(notice.link()).isEqualTo("/resident/booking?id=" + SomeNews.BOOKING);
            assertThat(notice.subjectId()).isEqualTo(SomeNews.BOOKING);
            assertThat(notice.createdAt()).hasToString("2026-11-24T18:35+01:00");
            assertThat(notice.read()).isFalse();
        });
        assertThat(world.notices.unread(reader).unread()).isEqualTo(2);
        assertThat(world.notices.read(reader, all.items().get(0).id()).read()).isTrue();
        assertThat(world.notices.unread(reader).unread()).isEqualTo(1);
        assertThat(world.notices.list(reader, true, 0, 50).items())
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Kind.CONFIRMED));
        assertThat(world.notices.readAll(reader).unread()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void areThereOnceHoweverOftenTheNewsComes(Databases database) {
        var world = new NewsWorld(database, null);
        Caller reader = world.reader(Locale.ENGLISH);
        for (int i = 0; i < 2; i++) {
            world.inbox.receive(
                    "event-of-" + reader.personId().substring(0, 20),
                    SomeNews.of(reader.personId()).that(Kind.CONFIRMED));
        }
        assertThat(world.notices.list(reader, false, 0, 50).total()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void severalAtOnceAreThereOnceThoughOneOfThemCameBefore(Databases database) {
        var world = new NewsWorld(database, null);
        List<Caller> readers = Stream.of(Locale.ENGLISH, Locale.CHINESE, Locale.ENGLISH)
                .map(world::reader)
                .toList();
        List<Subscriber.News> news = readers.stream()
                .map(each -> new Subscriber.News(
                        "event-of-" + each.personId().substring(0, 20),
                        SomeNews.of(each.personId()).that(Kind.CONFIRMED)))
                .toList();
        world.inbox.receive(news.get(1).eventId(), news.get(1).event());
        world.inbox.receive(news);
        world.inbox.receive(news);
        assertThat(readers).allSatisfy(each -> assertThat(
                        world.notices.list(each, false, 0, 50).total())
                .isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource
    void areNobodyElses(Databases database) {
        var world = new NewsWorld(database, null);
        Caller reader = world.reader(Locale.ENGLISH);
        Caller other = world.reader(Locale.ENGLISH);
        world.tell(SomeNews.of(reader.personId()).that(Kind.CONFIRMED));
        String id = world.notices.list(reader, false, 0, 50).items().get(0).id();
        assertThat(world.notices.list(other, false, 0, 50).total()).isZero();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.notices.read(other, id))
                .matches(refused -> refused.reason() == Reason.NOT_FOUND);
        assertThat(world.notices.unread(reader).unread()).isEqualTo(1);
        var nobody = new Caller(null, null, Locale.ENGLISH, Set.of());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.notices.unread(nobody))
                .matches(refused -> refused.reason() == Reason.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoLongerThereIsToldNothing(Databases database) {
        var world = new NewsWorld(database, null);
        world.tell(SomeNews.of("nobody").that(Kind.CONFIRMED));
        assertThat(world.news.outbox().parked(0, 50).items())
                .noneMatch(parked -> parked.aggregate().contains("nobody"));
    }

    @Test
    void haveWordsForEveryKindInEveryLanguage() {
        var wording = new NewsWorld(Databases.DERBY, null).wording;
        for (Locale language : Languages.SPOKEN) {
            for (Kind kind : Kind.values()) {
                var words = wording.forMail(SomeNews.of("somebody").that(kind), language);
                assertThat(words.title())
                        .as(kind + " " + language)
                        .doesNotContain("news.", "{", "null")
                        .hasSizeLessThan(100);
                assertThat(words.text())
                        .as(kind + " " + language)
                        .doesNotContain("news.", "{", "null")
                        .endsWith("zh".equals(language.getLanguage()) ? "。" : ".");
            }
        }
    }

    @Test
    void aMailStatesTheDateAndAPageSaysTomorrow() {
        var wording = new NewsWorld(Databases.DERBY, null).wording;
        var news = SomeNews.of("somebody").that(Kind.MOVED);
        assertThat(wording.forMail(news, Locale.ENGLISH).text())
                .isEqualTo("Your booking 7K3Q9M has moved. It is now Room a at House: Wed 25 Nov 2026 18:30 to 21:00."
                        + " Before, it was Room b at House: Wed 25 Nov 2026 19:30 to 20:30.");
        assertThat(wording.forPage(news, Locale.CHINESE).text())
                .isEqualTo("您的预约 7K3Q9M 已变更，现为房间a（楼）：明天 18:30–21:00。原为房间b（楼）：明天 19:30–20:30。");
    }
}
