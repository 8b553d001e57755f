package org.evenhall.bookings.rest;

/** Why a booking is given back, for the other side to read; may be left out. */
public record Cancellation(String reason) {}
