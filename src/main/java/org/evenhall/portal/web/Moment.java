package org.evenhall.portal.web;

import java.time.Instant;
import java.time.ZoneId;

/** Now, as told by the wall clocks of a venue. */
record Moment(Instant now, ZoneId zone) {}
