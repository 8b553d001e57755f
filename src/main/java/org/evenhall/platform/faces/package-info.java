/** What every page shares: its words, its addresses, its styles and scripts, and the token of its forms. */
package org.evenhall.platform.faces;
