/** The administrator's pages on which a file is handed in and its import is watched. */
package org.evenhall.exchange.web;
