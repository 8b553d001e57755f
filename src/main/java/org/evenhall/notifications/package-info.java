/**
 * What has happened, told to those whom it concerns: in an inbox of the product, and by mail in the language of the reader.
 * Both hang on the outbox, so neither a full mailbox nor a dead mail server delays a booking.
 */
package org.evenhall.notifications;
