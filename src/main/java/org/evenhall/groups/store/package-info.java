/** Groups and their members in the database. */
package org.evenhall.groups.store;
