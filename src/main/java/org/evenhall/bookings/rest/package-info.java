/** Bookings over HTTP. */
package org.evenhall.bookings.rest;
