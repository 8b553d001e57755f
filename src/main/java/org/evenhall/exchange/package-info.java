/** Data in and out: the importer of a city's houses, and calendar feeds. */
package org.evenhall.exchange;
