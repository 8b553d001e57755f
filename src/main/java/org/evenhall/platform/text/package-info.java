/** What people read: message bundles, the choice between their languages, and values in words. */
package org.evenhall.platform.text;
