/** What a booking is, and the rules that a wish must keep: one named class a rule. */
package org.evenhall.bookings.domain;
