/** The page on which owners state their rules. */
package org.evenhall.policies.web;
