/** The rules that a booking must keep, one class each; a refusal names every one that is broken. */
package org.evenhall.bookings.domain.rules;
