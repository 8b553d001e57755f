/** Stated hours and frozen days as rows. */
package org.evenhall.openings.store;
