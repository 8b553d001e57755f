/**
 * The way in over HTTP: the REST application, problems as RFC 9457 tells them, parameters, creations that may be asked
 * for twice, and the headers that every answer carries.
 */
package org.evenhall.platform.http;
