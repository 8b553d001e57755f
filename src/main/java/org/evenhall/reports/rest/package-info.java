/** Reports over HTTP, as JSON and as files. */
package org.evenhall.reports.rest;
