/** The real server in tests: one for what runs inside it, one for what calls it from outside. */
package org.evenhall.server;
