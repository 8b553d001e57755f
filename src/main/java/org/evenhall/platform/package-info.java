/**
 * Plumbing that knows no feature. Here: what the operator sets from outside, the clock, and the order in which the
 * application starts.
 */
package org.evenhall.platform;
