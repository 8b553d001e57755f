/** The page that moves a booking. */
package org.evenhall.bookings.web.moving;
