/** Claims, blockades and day sheets in the database, and the index that is kept in line with them. */
package org.evenhall.availability.store;
