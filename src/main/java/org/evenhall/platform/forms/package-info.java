/** Where a form came from: our own pages are told from other sites, so that nobody's browser is made to act for them. */
package org.evenhall.platform.forms;
