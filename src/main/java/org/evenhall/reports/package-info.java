/** How the opened hours were used: figures from the frozen open hours and the claims. */
package org.evenhall.reports;
