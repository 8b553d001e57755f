/** The page on which an organisation keeps its groups. */
package org.evenhall.groups.web;
