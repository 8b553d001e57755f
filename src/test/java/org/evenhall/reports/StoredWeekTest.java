package org.evenhall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhall.reports.AWeek.END;
import static org.evenhall.reports.AWeek.SATURDAY;
import static org.evenhall.reports.AWeek.at;
import static org.evenhall.reports.ReportWorld.caller;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhall.bookings.Status;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Caller.Right;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.openings.OpenTime;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@link AWeek} as it lies in the database, frozen, and asked for in every way. To its spaces come the museum's room,
 * whose hours nobody knows, and the library's old room, hidden but booked on Wednesday from 18:00 to 19:00 for 2.
 */
class StoredWeekTest {

    private static final Caller COORDINATOR = caller(new Right(Role.COORDINATOR, Thing.area("berlin")));
    private static final Caller ADMINISTRATOR = caller(new Right(Role.ADMINISTRATOR, Thing.EVERYTHING));
    private static final Map<Databases, ReportWorld> WORLDS = new EnumMap<>(Databases.class);

    /** The tests only read, so one world for each database is enough. */
    private static synchronized ReportWorld world(Databases database) {
        return WORLDS.computeIfAbsent(database, fresh -> made(new ReportWorld(fresh)));
    }

    private static ReportWorld made(ReportWorld world) {
        world.area("berlin", null);
        world.area("mitte", "berlin");
        world.area("pankow", "berlin");
        world.house("school", "SCHOOL", "Linden school", "mitte");
        world.house("library", "LIBRARY", "City library", "pankow");
        world.house("museum", "MUSEUM", "Museum", null);
        world.alliance("learning", "school", "pankow");
        world.space("classroom", "school", "CLASSROOM", true);
        world.space("hall", "school", "SPORTS_HALL", true);
        world.part("half", "school", "SPORTS_HALL", "hall", 0, 4, true);
        world.space("night", "library", "STUDY_ROOM", true);
        world.space("old", "library", "STUDY_ROOM", false);
        world.space("never", "library", "STUDY_ROOM", false);
        world.space("lecture", "museum", "AUDITORIUM", true);
        LocalDate friday = SATURDAY.minusDays(1);
        world.frozen("classroom", AWeek.days(AWeek.CLASSROOM, friday, END.plusDays(1)));
        world.frozen("hall", AWeek.days(AWeek.HALL, friday, END.plusDays(1)));
        world.frozen("half", AWeek.days(AWeek.HALL, friday, END.plusDays(1)));
        world.frozen("night", AWeek.days(AWeek.NIGHT_ROOM, friday, END.plusDays(1)));
        world.closed("classroom", "classroom", AWeek.CLASSROOM_CLOSED);
        world.closed("hall", "hall", AWeek.HALL_CLOSED);
        school(world, "classroom", "classroom", 30, "03-30T18:00", "03-30T19:30", Status.COMPLETED, 4);
        school(world, "classroom", "classroom", 30, "03-30T20:00", "03-30T20:20", Status.CONFIRMED, 1);
        school(world, "classroom", "classroom", 32, "04-01T18:30", "04-01T20:00", Status.CHECKED_IN, 6);
        school(world, "classroom", "classroom", 33, "04-02T18:00", "04-02T19:00", Status.CANCELLED, 5);
        school(world, "half", "hall", 28, "03-28T17:30", "03-28T18:30", Status.CONFIRMED, 20);
        library(world, "night", 28, "03-28T21:00", "03-28T22:30", Status.NO_SHOW, 3);
        library(world, "night", 28, "03-28T23:00", "03-29T01:30", Status.CONFIRMED, 2);
        library(world, "night", 34, "04-04T00:30", "04-04T02:00", Status.CONFIRMED, 1);
        library(world, "night", 27, "03-28T00:30", "03-28T01:30", Status.CONFIRMED, 9);
        library(world, "night", 34, "04-03T21:00", "04-03T22:00", Status.DECLINED, 7);
        library(world, "old", 32, "04-01T18:00", "04-01T19:00", Status.CONFIRMED, 2);
        return world;
    }

    /** @param day of March, on past its end */
    private static void school(
            ReportWorld world,
            String space,
            String site,
            int day,
            String start,
            String end,
            Status status,
            int people) {
        world.booked(space, site, "school", march(day), at(start, end), status, people);
    }

    private static void library(
            ReportWorld world, String space, int day, String start, String end, Status status, int people) {
        world.booked(space, space, "library", march(day), at(start, end), status, people);
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 2, 28).plusDays(day);
    }

    private static UtilisationQuery by(GroupBy groupBy) {
        return UtilisationQuery.ofAll(SATURDAY, END, groupBy);
    }

    private static UtilisationQuery of(String area, String alliance, String organisation) {
        return new UtilisationQuery(SATURDAY, END, GroupBy.ORGANISATION, area, alliance, organisation);
    }

    /** A row in one line, in the order of its fields; an underscore where nothing is known. */
    private static String line(UtilisationRow row) {
        return String.join(
                " | ",
                row.key(),
                row.label(),
                row.spaces() + " " + row.openHours() + " " + row.bookedHours() + " "
                        + (row.usedHours() == null ? "_" : row.usedHours()) + " "
                        + (row.utilisation() == null ? "_" : row.utilisation()),
                row.bookings() + " " + row.cancelled() + " " + row.noShows() + " " + row.people(),
                row.eveningOpenHours() + " " + row.eveningBookedHours());
    }

    private static List<String> lines(UtilisationReport report) {
        return report.rows().stream().map(StoredWeekTest::line).toList();
    }

    private static List<String> keys(UtilisationReport report) {
        return report.rows().stream().map(UtilisationRow::key).toList();
    }

    private static void assertRefused(Reason reason, Databases database, Caller caller, UtilisationQuery query) {
        assertThatThrownBy(() -> world(database).report(caller, query))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource
    void theWeekBySpaces(Databases database) {
        var report = world(database).report(ADMINISTRATOR, by(GroupBy.SPACE));
        assertThat(lines(report))
                .containsExactly(
                        // Sa 6 h across the change of the clocks, Fr 7 h; booked 1.5 + 2.5 + 1.5 h
                        "night | City library: night | 1 13 5.5 _ 0.4231 | 3 0 1 6 | 4 1",
                        "old | City library: old | 1 0 1 _ _ | 1 0 0 2 | 0 1",
                        // Mo, We, Th 3.5 h; booked 90 + 20 + 90 min: 12,000 s of 37,800 s
                        "classroom | Linden school: classroom | 1 10.5 3.3333 _ 0.3175 | 3 1 0 11 | 10.5 3.3333",
                        // 9 + 9 h less 2 h
                        "half | Linden school: half | 1 16 1 _ 0.0625 | 1 0 0 20 | 1 0.5",
                        "hall | Linden school: hall | 1 16 0 _ 0.0000 | 0 0 0 0 | 1 0",
                        "lecture | Museum: lecture | 1 0 0 _ _ | 0 0 0 0 | 0 0");
        // 39,000 s of 199,800 s
        assertThat(line(report.total())).isEqualTo("total | Total | 6 55.5 10.8333 _ 0.1952 | 8 1 1 39 | 16.5 5.8333");
    }

    @ParameterizedTest
    @EnumSource
    void theWeekByOrganisations(Databases database) {
        var report = world(database).report(ADMINISTRATOR, by(GroupBy.ORGANISATION));
        assertThat(lines(report))
                .containsExactly(
                        "library | City library | 2 13 6.5 _ 0.5000 | 4 0 1 8 | 4 2",
                        "school | Linden school | 3 42.5 4.3333 _ 0.1020 | 4 1 0 31 | 12.5 3.8333",
                        "museum | Museum | 1 0 0 _ _ | 0 0 0 0 | 0 0");
        assertThat(report.groupBy()).isEqualTo("organisation");
    }

    @ParameterizedTest
    @EnumSource
    void theWeekByKindsAndAreas(Databases database) {
        var world = world(database);
        assertThat(keys(world.report(ADMINISTRATOR, by(GroupBy.ORGANISATION_KIND))))
                .containsExactlyInAnyOrder("LIBRARY", "MUSEUM", "SCHOOL");
        assertThat(keys(world.report(ADMINISTRATOR, by(GroupBy.SPACE_KIND))))
                .containsExactlyInAnyOrder("AUDITORIUM", "CLASSROOM", "SPORTS_HALL", "STUDY_ROOM");
        assertThat(lines(world.report(ADMINISTRATOR, by(GroupBy.AREA))))
                .containsExactly(
                        "none | Outside every area | 1 0 0 _ _ | 0 0 0 0 | 0 0",
                        "mitte | mitte | 3 42.5 4.3333 _ 0.1020 | 4 1 0 31 | 12.5 3.8333",
                        "pankow | pankow | 2 13 6.5 _ 0.5000 | 4 0 1 8 | 4 2");
    }

    @ParameterizedTest
    @EnumSource
    void theWeekByAlliances(Databases database) {
        assertThat(lines(world(database).report(ADMINISTRATOR, by(GroupBy.ALLIANCE))))
                .containsExactly(
                        "none | In no alliance | 1 0 0 _ _ | 0 0 0 0 | 0 0",
                        "learning | learning | 5 55.5 10.8333 _ 0.1952 | 8 1 1 39 | 16.5 5.8333");
    }

    @ParameterizedTest
    @EnumSource
    void aHiddenSpaceCountsInTheMonthInWhichItWasBooked(Databases database) {
        var report = world(database).report(ADMINISTRATOR, by(GroupBy.MONTH));
        assertThat(lines(report))
                .containsExactly(
                        // open 3.5 + 6 + 16 + 16 h; booked 6,600 + 14,400 + 3,600 s
                        "2026-03 | March 2026 | 5 41.5 6.8333 _ 0.1647 | 5 0 1 30 | 7.5 3.3333",
                        // open 7 + 7 h; booked 1.5 + 1.5 + 1 h
                        "2026-04 | April 2026 | 6 14 4 _ 0.2857 | 3 1 0 9 | 9 2.5");
        assertThat(line(report.total())).isEqualTo("total | Total | 6 55.5 10.8333 _ 0.1952 | 8 1 1 39 | 16.5 5.8333");
    }

    @ParameterizedTest
    @EnumSource
    void weeksBeginOnMondayAndComeInTheOrderOfTime(Databases database) {
        assertThat(lines(world(database).report(ADMINISTRATOR, by(GroupBy.WEEK))))
                .containsExactly(
                        // 6 + 16 + 16 h; 4 + 1 h
                        "2026-W13 | Week 13 of 2026 | 5 38 5 _ 0.1316 | 3 0 1 25 | 4 1.5",
                        // 10.5 + 7 h; 12,000 + 5,400 + 3,600 s
                        "2026-W14 | Week 14 of 2026 | 6 17.5 5.8333 _ 0.3333 | 5 1 0 14 | 12.5 4.3333");
    }

    @ParameterizedTest
    @EnumSource
    void aFilterLeavesWhatLiesBelowIt(Databases database) {
        var world = world(database);
        assertThat(keys(world.report(ADMINISTRATOR, of("berlin", null, null)))).containsExactly("library", "school");
        assertThat(keys(world.report(ADMINISTRATOR, of("mitte", null, null)))).containsExactly("school");
        assertThat(keys(world.report(ADMINISTRATOR, of(null, "learning", null))))
                .containsExactly("library", "school");
        assertThat(keys(world.report(ADMINISTRATOR, of("pankow", "learning", "library"))))
                .containsExactly("library");
        assertThat(keys(world.report(ADMINISTRATOR, of("mitte", null, "library"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFilterThatNamesNothingIsNotFound(Databases database) {
        for (var query : List.of(of("nowhere", null, null), of(null, "nobody", null), of(null, null, "nothing"))) {
            assertRefused(Reason.NOT_FOUND, database, ADMINISTRATOR, query);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybodySeesTheirOwn(Databases database) {
        var world = world(database);
        var owner = caller(new Right(Role.OWNER, Thing.organisation("library")));
        assertThat(keys(world.report(owner, by(GroupBy.ORGANISATION)))).containsExactly("library");
        assertThat(world.report(owner, by(GroupBy.ORGANISATION)).total().spaces())
                .isEqualTo(2);
        assertThat(keys(world.report(COORDINATOR, by(GroupBy.ORGANISATION)))).containsExactly("library", "school");
        var ofMitte = caller(new Right(Role.COORDINATOR, Thing.area("mitte")));
        assertThat(keys(world.report(ofMitte, by(GroupBy.ORGANISATION)))).containsExactly("school");
        assertThat(keys(world.report(ofMitte, of("berlin", null, null)))).containsExactly("school");
        var ofAlliance = caller(new Right(Role.COORDINATOR, Thing.alliance("learning")));
        assertThat(keys(world.report(ofAlliance, by(GroupBy.ORGANISATION)))).containsExactly("library", "school");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnlyOthersIsForbidden(Databases database) {
        var owner = caller(new Right(Role.OWNER, Thing.organisation("library")));
        assertRefused(Reason.FORBIDDEN, database, owner, of(null, null, "school"));
        assertRefused(Reason.FORBIDDEN, database, owner, of("mitte", null, null));
        assertRefused(Reason.FORBIDDEN, database, COORDINATOR, of(null, null, "museum"));
        assertRefused(Reason.FORBIDDEN, database, caller(), by(GroupBy.AREA));
        assertRefused(Reason.UNAUTHENTICATED, database, Caller.anonymous(Locale.ENGLISH), by(GroupBy.AREA));
    }

    @ParameterizedTest
    @EnumSource
    void labelsAreInTheReadersLanguage(Databases database) {
        var chinese = new Caller("somebody", "Somebody", Locale.CHINESE, ADMINISTRATOR.rights());
        var report = world(database).report(chinese, by(GroupBy.MONTH));
        assertThat(report.rows()).extracting(UtilisationRow::label).containsExactly("2026年3月", "2026年4月");
        assertThat(report.total().label()).isEqualTo("合计");
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionOfAFrozenDayReplacesIt(Databases database) {
        var world = new ReportWorld(database);
        world.house("school", "SCHOOL", "Linden school", null);
        world.space("classroom", "school", "CLASSROOM", true);
        world.frozen("classroom", AWeek.days(AWeek.CLASSROOM));
        world.corrected("classroom", march(30), new OpenTime(3600, 1800));
        var total = world.report(ADMINISTRATOR, by(GroupBy.SPACE)).total();
        assertThat(line(total)).isEqualTo("total | Total | 1 11.5 0 _ 0.0000 | 0 0 0 0 | 11 0");
    }
}
