/**
 * The one place that says a time is taken: claims under the lock of their site, closures, derived day sheets, and the
 * index that answers for a whole city at once.
 */
package org.evenhall.availability;
