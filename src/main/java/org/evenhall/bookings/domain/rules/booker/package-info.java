/** The rules about who may book, and how much: one class each. */
package org.evenhall.bookings.domain.rules.booker;
