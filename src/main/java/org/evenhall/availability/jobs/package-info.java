/** What the calendar does by itself. */
package org.evenhall.availability.jobs;
