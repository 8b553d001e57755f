/**
 * What the code base promises of itself. Every rule is proven twice: it holds for Evenhall, and it fails for a small
 * code base beside it ({@code fixture}) that does everything wrong.
 */
package org.evenhall.arch;
