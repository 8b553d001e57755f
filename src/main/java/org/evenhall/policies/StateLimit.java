package org.evenhall.policies;

import org.evenhall.policies.PolicyView.Measure;
import org.evenhall.policies.PolicyView.Per;
import org.evenhall.policies.PolicyView.StatedBy;

/**
 * A limit as a level states it: at most so many bookings or hours, counted within a thing.
 *
 * @param most at least 1
 * @param within the level that states it where nothing is said, or a narrower one: the city may state a limit for each
 *     space, and a space none for the city
 */
public record StateLimit(Per per, Measure measure, Integer most, StatedBy within) {}
