/** Venues and spaces in the database. */
package org.evenhall.spaces.store;
