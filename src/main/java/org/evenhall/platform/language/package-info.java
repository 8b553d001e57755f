/** The language in which a request is answered, and the address that changes it. */
package org.evenhall.platform.language;
