/**
 * People, how they sign in, and what they may do. A door hands {@link org.evenhall.identity.Caller} the ids of a thing
 * and of what it belongs to, and the caller answers; identity itself sees no feature.
 */
package org.evenhall.identity;
