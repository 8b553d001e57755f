/**
 * News that leaves with the transaction that made it, and reaches every subscriber after the commit: at least once, in
 * order for each thing it is about, and each subscriber by itself.
 */
package org.evenhall.platform.outbox;
