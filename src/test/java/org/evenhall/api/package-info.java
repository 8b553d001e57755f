/** The HTTP contract, called from outside as any program would. */
package org.evenhall.api;
