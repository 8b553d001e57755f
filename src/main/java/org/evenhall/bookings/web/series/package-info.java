/** The part of the booking form that repeats a booking, and dates that are not booked yet. */
package org.evenhall.bookings.web.series;
