/** The arithmetic of the reports: what closures take away, how figures add up, whose figures somebody may see. */
package org.evenhall.reports.domain;
