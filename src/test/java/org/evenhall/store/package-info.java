/** The databases that every store is tested on. */
package org.evenhall.store;
