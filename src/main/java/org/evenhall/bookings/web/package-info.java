/** The beans of the pages on which somebody books a space, looks at bookings and gives them back. */
package org.evenhall.bookings.web;
