/** Stated values as rows. */
package org.evenhall.policies.store;
