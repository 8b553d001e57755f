/** The beans of pages that join several features: the question where and when, its answers, and a space's own page. */
package org.evenhall.portal.web;
