/** What the door of series asks: which dates can be had, why others cannot, and how a rule is told in words. */
package org.evenhall.bookings.desk.series;
