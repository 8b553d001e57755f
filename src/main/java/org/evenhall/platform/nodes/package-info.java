/**
 * What the nodes of one installation must know of each other, told through the database that they share: what each of
 * them changed, and who of them does what only one may do at a time.
 */
package org.evenhall.platform.nodes;
