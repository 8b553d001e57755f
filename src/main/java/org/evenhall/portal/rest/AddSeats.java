package org.evenhall.portal.rest;

/**
 * Seats to be made of a room.
 *
 * @param count how many more, 1 to 500
 */
public record AddSeats(Integer count) {}
