/** Pages about closures: where owners make and lift them, and where bookers say what they think of another space. */
package org.evenhall.bookings.web.closing;
