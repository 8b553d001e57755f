/** Groups over HTTP. */
package org.evenhall.groups.rest;
