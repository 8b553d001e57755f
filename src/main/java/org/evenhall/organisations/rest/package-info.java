/** Organisations and alliances over HTTP. */
package org.evenhall.organisations.rest;
