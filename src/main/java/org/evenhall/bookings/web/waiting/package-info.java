/** Pages of the waiting list: join it, and see what one waits for. */
package org.evenhall.bookings.web.waiting;
