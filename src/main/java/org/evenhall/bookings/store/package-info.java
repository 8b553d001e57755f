/** Bookings in the database. */
package org.evenhall.bookings.store;
