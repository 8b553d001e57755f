/**
 * Work that begins by itself: timers, which are rows in the database and so survive every restart, jobs of each day, and
 * the threads that do them. Each job runs once, however many nodes there are.
 */
package org.evenhall.platform.jobs;
