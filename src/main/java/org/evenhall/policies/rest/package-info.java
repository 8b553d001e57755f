/** Policies over HTTP. */
package org.evenhall.policies.rest;
