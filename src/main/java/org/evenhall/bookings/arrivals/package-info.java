/** What hangs on the doors, what is sent to those who are to come, and when they are reminded. */
package org.evenhall.bookings.arrivals;
