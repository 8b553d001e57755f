/** The four levels of a city (city, district, street, community), their boundaries, and which of them a point lies in. */
package org.evenhall.areas;
