/** Venues and their spaces: what is booked, where it is, how many it holds, and the catalogue that lists it. */
package org.evenhall.spaces;
