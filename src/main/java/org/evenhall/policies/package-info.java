/** An owner's rules, stated at the levels city, organisation and space; a lower level replaces what it states. */
package org.evenhall.policies;
