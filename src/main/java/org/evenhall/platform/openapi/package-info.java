/**
 * The OpenAPI document at {@code /openapi}: operations come from the annotations of the resources, schemas from the
 * records that they speak, and what holds for all of them (problems, sign-in) from here.
 */
package org.evenhall.platform.openapi;
