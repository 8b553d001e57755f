/** When a space is open: rules as text, public holidays by country and region, and the intervals they come to. */
package org.evenhall.openings;
