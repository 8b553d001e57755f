/** Areas over HTTP. */
package org.evenhall.areas.rest;
