package org.evenhall.bookings.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.bookings.desk.BookersWorld.MONDAY;
import static org.evenhall.bookings.desk.BookersWorld.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.evenhall.kernel.TimeRange;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many requests at once for different rooms, so that no site keeps them apart: a limit is reached, and never passed. */
class LimitsUnderContentionTest {

    private static final int RIVALS = Size.rounds(8, 32);
    private static final int ROUNDS = Size.rounds(10, 200);
    private static final TimeRange EVENING = slot(MONDAY, 18, 1);

    @ParameterizedTest
    @EnumSource
    void onePersonGetsExactlyOneOpenBooking(Databases database) throws Exception {
        var world = new BookersWorld(database).where("open-bookings-in-city", "1");
        rounds(world, () -> {
            String person = world.person();
            return new Round(rival -> person, 1, List.of(List.of(person)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void onePersonGetsExactlyTwoHoursADay(Databases database) throws Exception {
        var world = new BookersWorld(database).where("hours-per-day-in-organisation", "2");
        rounds(world, () -> {
            String person = world.person();
            return new Round(rival -> person, 2, List.of(List.of(person)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void onePersonIsInOnePlaceAtATime(Databases database) throws Exception {
        var world = new BookersWorld(database).where("no-two-places", "true");
        rounds(world, () -> {
            String person = world.person();
            return new Round(rival -> person, 1, List.of(List.of(person)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void allMembersOfAGroupGetOneOpenBookingTogether(Databases database) throws Exception {
        var world = new BookersWorld(database).where("group-open-bookings-in-city", "1");
        rounds(world, () -> {
            List<String> members = List.of(world.person(), world.person(), world.person(), world.person());
            world.group(members.toArray(String[]::new));
            return new Round(rival -> members.get(rival % members.size()), 1, List.of(members));
        });
    }

    @ParameterizedTest
    @EnumSource
    void allMembersOfAGroupGetTwoHoursADayTogether(Databases database) throws Exception {
        var world = new BookersWorld(database).where("group-hours-per-day-in-city", "2");
        rounds(world, () -> {
            List<String> members = List.of(world.person(), world.person(), world.person());
            world.group(members.toArray(String[]::new));
            return new Round(rival -> members.get(rival % members.size()), 2, List.of(members));
        });
    }

    /** Whoever belongs to both keeps the limits of both; locks are taken in one order, so that nobody waits in a ring. */
    @ParameterizedTest
    @EnumSource
    void groupsThatShareAMemberKeepTheirLimitsEach(Databases database) throws Exception {
        var world = new BookersWorld(database).where("group-open-bookings-in-city", "1");
        rounds(world, () -> {
            List<String> all = List.of(world.person(), world.person(), world.person());
            world.group(all.get(0), all.get(1));
            world.group(all.get(2), all.get(1));
            return new Round(rival -> all.get(rival % all.size()), 0, List.of(all.subList(0, 2), all.subList(1, 3)));
        });
    }

    /**
     * Who asks, and what comes of it.
     *
     * @param exactly how many bookings there are afterwards, 0 where it depends on who was first
     * @param circles people who share a limit of {@code exactly}, or of one
     */
    private record Round(IntFunction<String> rival, int exactly, List<List<String>> circles) {}

    private static void rounds(BookersWorld world, Callable<Round> next) throws Exception {
        List<Listed> rooms = world.rooms(RIVALS);
        ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            for (int number = 0; number < ROUNDS; number++) {
                Round round = next.call();
                int granted = granted(world, rooms, rivals, round);
                int most = Math.max(1, round.exactly());
                if (round.exactly() > 0) {
                    assertThat(granted).as("granted in round %s", number).isEqualTo(round.exactly());
                } else {
                    assertThat(granted)
                            .as("granted in round %s", number)
                            .isBetween(1, round.circles().size());
                }
                for (List<String> circle : round.circles()) {
                    assertThat(circle.stream().mapToLong(world::bookings).sum())
                            .as("stored in round %s", number)
                            .isLessThanOrEqualTo(most);
                }
            }
        } finally {
            rivals.shutdown();
        }
    }

    private static int granted(BookersWorld world, List<Listed> rooms, ExecutorService rivals, Round round)
            throws Exception {
        var barrier = new CyclicBarrier(RIVALS);
        List<Callable<List<String>>> attempts = new ArrayList<>();
        for (int rival = 0; rival < RIVALS; rival++) {
            String person = round.rival().apply(rival);
            Listed room = rooms.get(rival);
            attempts.add(() -> {
                barrier.await();
                return world.book(person, room, EVENING);
            });
        }
        int granted = 0;
        for (Future<List<String>> attempt : rivals.invokeAll(attempts)) {
            granted += attempt.get().isEmpty() ? 1 : 0;
        }
        return granted;
    }
}
