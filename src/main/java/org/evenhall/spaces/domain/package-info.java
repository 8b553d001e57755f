/** How a site is divided into parts. */
package org.evenhall.spaces.domain;
