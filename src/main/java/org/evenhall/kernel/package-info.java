/** Values that every feature speaks: a range of time, a reason to refuse, a refusal. Nothing here knows a framework. */
package org.evenhall.kernel;
