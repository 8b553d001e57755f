/** What a policy can say, how each value is written, and how the levels add up. */
package org.evenhall.policies.domain;
