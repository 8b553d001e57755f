package org.evenhall.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Stated;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.store.StatedValues;
import org.evenhall.policies.store.StatedValues.StatedValue;
import org.evenhall.spaces.Listed;

/** The door to an owner's rules: which of them hold for a space, and which level states each. */
@ApplicationScoped
public class Policies {

    private StatedValues values;

    protected Policies() {}

    @Inject
    public Policies(StatedValues values) {
        this.values = values;
    }

    /** The rules in force for a space: of each, what the lowest level says that states it. */
    public PolicyView of(Listed space) {
        List<StatedValue> stated = values.of(space.organisation().id(), space.id());
        return new PolicyView(
                duration(stated, "start-grid"),
                duration(stated, "shortest-duration"),
                duration(stated, "longest-duration"),
                duration(stated, "notice-at-least"),
                duration(stated, "notice-at-most"),
                limits(stated));
    }

    private static List<Limit> limits(List<StatedValue> stated) {
        List<Limit> limits = new ArrayList<>();
        for (StatedBy within : StatedBy.values()) {
            lowest(stated, "open-bookings-in-" + within.name().toLowerCase(Locale.ROOT), Integer::valueOf)
                    .ifPresent(most -> limits.add(new Limit(most.value(), within, most.from())));
        }
        return limits;
    }

    private static Stated<Duration> duration(List<StatedValue> stated, String rule) {
        return lowest(stated, rule, Duration::parse)
                .orElseThrow(() -> new IllegalStateException("The city states no " + rule));
    }

    private static <T> Optional<Stated<T>> lowest(List<StatedValue> stated, String rule, Function<String, T> read) {
        return stated.stream()
                .filter(value -> value.rule().equals(rule))
                .max(Comparator.comparing(StatedValue::level))
                .map(value -> new Stated<>(read.apply(value.stated()), value.level()));
    }
}
