/** Imports and calendar feeds over HTTP. */
package org.evenhall.exchange.rest;
