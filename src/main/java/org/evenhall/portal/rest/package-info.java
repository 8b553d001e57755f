/** Resources that join several features. */
package org.evenhall.portal.rest;
