/** Free times over HTTP, and the auditor. */
package org.evenhall.availability.rest;
