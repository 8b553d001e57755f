/** Notices in the database. */
package org.evenhall.notifications.store;
