/** Journeys in a real browser. */
package org.evenhall.browser;
