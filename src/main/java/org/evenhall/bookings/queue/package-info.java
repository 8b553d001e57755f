/** The waiting list behind its door: who is next, what they can have, and how they see it. */
package org.evenhall.bookings.queue;
