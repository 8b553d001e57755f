package org.evenhall.bookings.web;

import jakarta.faces.model.SelectItem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenhall.bookings.Offer;
import org.evenhall.platform.faces.Say;

/**
 * The starts and lengths that the form offers. What was sent is always among them, even if somebody has booked it in
 * the meantime, so that it is the booking that is refused, with a reason, and not the form.
 */
public final class SlotChoice {

    private static final int USUAL_MINUTES = 120;

    private final List<Offer> offers;
    private final ZoneId zone;
    private final Say say;
    private final List<SelectItem> starts;
    private final List<SelectItem> lengths;

    private SlotChoice(List<Offer> offers, ZoneId zone, LocalDateTime sent, Integer sentMinutes, Say say) {
        this.offers = offers;
        this.zone = zone;
        this.say = say;
        this.starts = Stream.concat(offers.stream().map(this::start), Stream.of(sent))
                .distinct()
                .sorted()
                .map(this::item)
                .toList();
        var minutes = new TreeSet<Integer>();
        offers.forEach(offer -> addLengths(offer, minutes));
        Optional.ofNullable(sentMinutes).ifPresent(minutes::add);
        this.lengths = minutes.stream().map(this::item).toList();
    }

    static SlotChoice of(List<Offer> offers, ZoneId zone, LocalDateTime sent, Integer sentMinutes, Say say) {
        return new SlotChoice(offers, zone, sent, sentMinutes, say);
    }

    public List<SelectItem> getStarts() {
        return starts;
    }

    public List<SelectItem> getLengths() {
        return lengths;
    }

    /** Whether anything of that day can be booked. */
    public boolean isAny() {
        return !offers.isEmpty();
    }

    /** For the script that shows only lengths that fit a start: "18:30=30-180" and so on, by a blank. */
    public String getFitting() {
        return offers.stream()
                .map(offer -> start(offer) + "=" + shortest(offer) + "-" + longest(offer))
                .reduce((all, each) -> all + " " + each)
                .orElse("");
    }

    /** The length nearest to a wanted one that the start allows. */
    int nearest(LocalDateTime start, int wanted) {
        return at(start)
                .map(offer -> {
                    int fitting = Math.max(shortest(offer), Math.min(longest(offer), wanted));
                    return shortest(offer) + (fitting - shortest(offer)) / offer.stepMinutes() * offer.stepMinutes();
                })
                .orElse(wanted);
    }

    int usual(LocalDateTime start) {
        return nearest(start, USUAL_MINUTES);
    }

    private Optional<Offer> at(LocalDateTime start) {
        return offers.stream().filter(offer -> start(offer).equals(start)).findFirst();
    }

    private void addLengths(Offer offer, TreeSet<Integer> minutes) {
        for (int length = shortest(offer); length <= longest(offer); length += offer.stepMinutes()) {
            minutes.add(length);
        }
    }

    private SelectItem item(LocalDateTime start) {
        return new SelectItem(start.toString(), say.time(start.atZone(zone).toInstant(), zone));
    }

    private SelectItem item(int minutes) {
        return new SelectItem(minutes, say.length(Duration.ofMinutes(minutes)));
    }

    private LocalDateTime start(Offer offer) {
        return LocalDateTime.ofInstant(offer.start(), zone);
    }

    private static int shortest(Offer offer) {
        return (int) Duration.between(offer.start(), offer.shortestEnd()).toMinutes();
    }

    private static int longest(Offer offer) {
        return (int) Duration.between(offer.start(), offer.longestEnd()).toMinutes();
    }
}
