/** What every page shares: the language of the request, and the address that changes it. */
package org.evenhall.platform.faces;
