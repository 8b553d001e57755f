/** How large a proof is run. */
package org.evenhall.proof;
