/** Opening hours over HTTP. */
package org.evenhall.openings.rest;
