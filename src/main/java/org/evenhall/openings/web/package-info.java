/** The page on which owners state opening hours. */
package org.evenhall.openings.web;
