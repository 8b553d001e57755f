/** The coordinator's page of figures, and the same table as a file. */
package org.evenhall.reports.web;
