/** Areas in the database. */
package org.evenhall.areas.store;
