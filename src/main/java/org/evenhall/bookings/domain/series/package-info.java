/** Bookings that repeat: which dates a recurrence rule of RFC 5545 names, and which slots that makes in a venue's time. */
package org.evenhall.bookings.domain.series;
