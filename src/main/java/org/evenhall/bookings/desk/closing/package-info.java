/** What becomes of bookings whose space is closed: where they could go, what is kept for them, and how they end. */
package org.evenhall.bookings.desk.closing;
