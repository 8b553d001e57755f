/** How a request tells the container whose it is. */
package org.evenhall.identity.web;
