/** What the doors of bookings share: how a booking is made or moved, how it is shown, and what is told of it. */
package org.evenhall.bookings.desk;
