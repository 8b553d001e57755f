/** Plumbing that knows no feature. */
package org.evenhall.platform;
