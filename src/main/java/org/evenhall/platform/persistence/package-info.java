/** The database: which one, its schema, and how instants and dates are stored. */
package org.evenhall.platform.persistence;
