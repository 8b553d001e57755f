/** Organisations and alliances in the database. */
package org.evenhall.organisations.store;
