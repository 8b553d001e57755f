/** Pages on which owners publish spaces. */
package org.evenhall.spaces.web;
