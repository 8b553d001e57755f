package org.evenhall.notifications;

/** How many notices somebody has not read yet. */
public record UnreadNotices(long unread) {}
