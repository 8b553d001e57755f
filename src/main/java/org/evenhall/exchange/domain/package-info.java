/** What can be wrong with a file that somebody hands in, whatever its format. */
package org.evenhall.exchange.domain;
