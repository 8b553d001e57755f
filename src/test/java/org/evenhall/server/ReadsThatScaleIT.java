package org.evenhall.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.servlet.ServletContext;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.policies.StatePolicy;
import org.evenhall.server.ManyRows.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Whatever can be read is read with as many statements for many rows as for few: over HTTP, as programs and as people do.
 * A path or a page that is new and not asked for here is found. Each test is a request to the server, which ends what takes
 * a minute; so the work is several, one after the other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadsThatScaleIT extends InServer {

    private static final int FEW = 2;
    private static final int MANY = 12;
    private static final long MOST = 40;
    private static final String NOBODY = null;
    private static final String ADMIN = "admin";

    /** Pages that show one thing, or a text. */
    private static final Set<String> WITHOUT_ROWS =
            Set.of("/sign-in", "/check-in", "/error", "/problem", "/owner/space", "/owner/hours");

    private static final Readers READERS = new Readers(ManyRows.password());
    private static Made few;
    private static Made many;
    private static Map<String, Long> ofFew;

    @Inject
    private ManyRows rows;

    @Inject
    private ServletContext application;

    @PersistenceUnit
    private EntityManagerFactory factory;

    /**
     * Something to read.
     *
     * @param what the path in the description, or the page
     * @param who user name, or null
     */
    private record Read(String what, String address, String who) {}

    @BeforeEach
    void count() {
        CountedRequests.begin(factory);
    }

    @Test
    @Order(1)
    void fewRowsAreMade() {
        few = make(FEW);
    }

    @Test
    @Order(2)
    void fewAreRead() {
        ofFew = counts(few);
        assertThat(ofFew)
                .allSatisfy(
                        (what, statements) -> assertThat(statements).as(what).isBetween(0L, MOST));
    }

    @Test
    @Order(3)
    void manyRowsAreMade() {
        many = make(MANY);
    }

    @Test
    @Order(4)
    void manyCostAsManyStatementsAsFew() {
        assertThat(counts(many)).isEqualTo(ofFew);
    }

    private Made make(int size) {
        StatePolicy limits = rows.liftLimits();
        try {
            return rows.of(size);
        } finally {
            rows.restore(limits);
        }
    }

    @Test
    void nothingThatCanBeReadIsLeftOut() {
        var any = new Made(1, "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x");
        Set<String> asked = Stream.concat(paths(any, "x"), pages(any, "x"))
                .map(Read::what)
                .collect(Collectors.toCollection(TreeSet::new));
        asked.addAll(WITHOUT_ROWS);
        assertThat(asked).containsAll(described()).containsAll(shipped("/"));
    }

    /** What programs can read, by the description of the interface. */
    private Set<String> described() {
        String text = READERS.get("/openapi?format=JSON", NOBODY);
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject paths = reader.readObject().getJsonObject("paths");
            return paths.keySet().stream()
                    .filter(path -> paths.getJsonObject(path).containsKey("get"))
                    .map(path -> path.startsWith("/api/v1") ? path : "/api/v1" + path)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Set<String> shipped(String folder) {
        Set<String> pages = new TreeSet<>();
        for (String each : application.getResourcePaths(folder)) {
            if (each.endsWith("/") && !each.endsWith("-INF/")) {
                pages.addAll(shipped(each));
            } else if (each.endsWith(".xhtml")) {
                pages.add(each.replace(".xhtml", ""));
            }
        }
        return pages;
    }

    private Map<String, Long> counts(Made of) {
        rows.awaitNotices(of);
        String code = READERS.found("\"code\":\"([^\"]+)\"", "/api/v1/spaces/" + of.hall() + "/door-code", of.owner());
        String area = READERS.found("\"id\":\"([^\"]+)\"", "/api/v1/areas?size=1", NOBODY);
        Map<String, Long> counts = new TreeMap<>();
        Stream.concat(paths(of, area), pages(of, code))
                .forEach(read -> counts.merge(
                        read.what()
                                + (read.who() == null ? "" : " " + read.who().replace(of.tag(), "")),
                        READERS.statements(read.address(), read.who()),
                        Long::sum));
        return counts;
    }

    private Stream<Read> paths(Made of, String area) {
        List<Read> paths = new ArrayList<>();
        String size = "?size=" + of.size();
        String house = "&organisation=" + of.organisation();
        String days = "from=" + rows.day(0) + "&to=" + rows.day(of.size());
        for (String list : List.of("/areas", "/organisations", "/alliances", "/spaces")) {
            add(paths, list, list + size, NOBODY);
        }
        add(paths, "/areas/{id}", "/areas/" + area, NOBODY);
        add(paths, "/areas/outlines", "/areas/outlines", NOBODY);
        add(paths, "/organisations/{id}", "/organisations/" + of.organisation(), NOBODY);
        add(paths, "/alliances/{id}", "/alliances/" + of.alliance(), NOBODY);
        add(paths, "/spaces/{id}", "/spaces/" + of.hall(), NOBODY);
        add(paths, "/spaces", "/spaces" + size + house, of.owner());
        add(paths, "/spaces/{id}/calendar.ics", "/spaces/" + of.room() + "/calendar.ics", NOBODY);
        add(paths, "/spaces/{id}/availability", "/spaces/" + of.hall() + "/availability?" + days, NOBODY);
        String when = "&date=" + rows.day(3) + "&from=18:00&to=20:00&people=2";
        add(paths, "/availability", "/availability" + size + when, NOBODY);
        add(paths, "/spaces/{id}/opening-hours", "/spaces/" + of.room() + "/opening-hours", of.owner());
        add(paths, "/spaces/{id}/policy", "/spaces/" + of.room() + "/policy", of.owner());
        add(paths, "/spaces/{id}/door-code", "/spaces/" + of.hall() + "/door-code", of.owner());
        add(paths, "/organisations/{id}/policy", "/organisations/" + of.organisation() + "/policy", of.owner());
        add(paths, "/policy", "/policy", of.owner());
        add(paths, "/spaces/{id}/closures", "/spaces/" + of.closed() + "/closures" + size, of.owner());
        add(
                paths,
                "/spaces/{id}/closures/{closureId}",
                "/spaces/" + of.hit() + "/closures/" + of.closure(),
                of.owner());
        add(paths, "/groups", "/groups" + size + house, of.owner());
        add(paths, "/groups/{id}", "/groups/" + of.group(), of.owner());
        add(paths, "/pauses", "/pauses" + size + house, of.owner());
        add(paths, "/pauses", "/pauses" + size, of.booker());
        add(paths, "/reports/utilisation", "/reports/utilisation?groupBy=space&" + days + house, of.owner());
        add(paths, "/bookings", "/bookings" + size + house, of.owner());
        add(paths, "/bookings", "/bookings" + size + "&mine=true", of.booker());
        add(paths, "/bookings", "/bookings" + size, ADMIN);
        add(paths, "/bookings/{id}", "/bookings/" + of.booking(), of.booker());
        add(paths, "/bookings/series/{id}", "/bookings/series/" + of.series(), of.booker());
        add(paths, "/notices", "/notices" + size, of.booker());
        add(paths, "/notices/unread", "/notices/unread", of.booker());
        add(paths, "/waitlist", "/waitlist" + size + "&mine=true", of.waiter());
        add(paths, "/waitlist/{id}", "/waitlist/" + of.entry(), of.waiter());
        add(paths, "/imports", "/imports" + size, ADMIN);
        add(paths, "/imports/{id}", "/imports/" + of.run(), ADMIN);
        add(paths, "/outbox/parked", "/outbox/parked" + size, ADMIN);
        add(paths, "/audits/calendar", "/audits/calendar" + size, ADMIN);
        return paths.stream();
    }

    private static void add(List<Read> paths, String what, String path, String who) {
        paths.add(new Read("/api/v1" + what, "/api/v1" + path, who));
    }

    private Stream<Read> pages(Made of, String code) {
        String house = "?organisation=" + of.organisation();
        return Stream.of(
                page("/index", "", NOBODY),
                page("/resident/rooms", "?people=2", NOBODY),
                page("/resident/space", "?id=" + of.hall(), NOBODY),
                page("/resident/door", "?code=" + code, of.booker()),
                page("/resident/book", "?space=" + of.room() + "&start=" + rows.day(3) + "T18:00", of.booker()),
                page("/resident/booking", "?id=" + of.kept(), of.booker()),
                page("/resident/move", "?id=" + of.kept(), of.booker()),
                page("/resident/bookings", "", of.booker()),
                page("/resident/bookings", "", of.waiter()),
                page("/resident/series", "?id=" + of.series(), of.booker()),
                page("/resident/inbox", "", of.booker()),
                page("/resident/wait", "?space=" + of.room(), of.waiter()),
                page("/owner/index", "", of.owner()),
                page("/owner/closures", "?space=" + of.closed(), of.owner()),
                page("/owner/closures", "?space=" + of.hit(), of.owner()),
                page("/owner/door-code", "?space=" + of.hall(), of.owner()),
                page("/owner/groups", house, of.owner()),
                page("/owner/pauses", house, of.owner()),
                page("/owner/policy", house, of.owner()),
                page("/owner/requests", house, of.owner()),
                page("/owner/today", house + "&day=" + rows.day(0), of.owner()),
                page("/coordinator/utilisation", "", ADMIN),
                page("/admin/deliveries", "", ADMIN),
                page("/admin/imports", "", ADMIN),
                page("/admin/import", "?id=" + of.run(), ADMIN));
    }

    private static Read page(String page, String query, String who) {
        return new Read(page, page + query, who);
    }
}
