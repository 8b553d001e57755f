/** A resident's hold on a space, from the request to its end: the rules that it must keep, and who may see it. */
package org.evenhall.bookings;
