/** What happens to bookings by itself when its time has come; each asks a door, which looks again under its locks. */
package org.evenhall.bookings.jobs;
