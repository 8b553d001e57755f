/** Notices, and undelivered news, over HTTP. */
package org.evenhall.notifications.rest;
