/** People, rights and tokens in the database. */
package org.evenhall.identity.store;
