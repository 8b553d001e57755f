/** Mail by SMTP (RFC 5321): plain text and HTML side by side, and a date for the reader's calendar where there is one. */
package org.evenhall.platform.mail;
