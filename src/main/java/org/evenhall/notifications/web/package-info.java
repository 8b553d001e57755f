/** The inbox, and the administrator's list of news that could not be delivered. */
package org.evenhall.notifications.web;
