/** Import runs and their problems in the database. */
package org.evenhall.exchange.store;
