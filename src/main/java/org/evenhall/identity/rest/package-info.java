/** Tokens over HTTP. */
package org.evenhall.identity.rest;
