/** Pages and resources that join several features. It sees their front doors; nobody sees it. */
package org.evenhall.portal;
