/**
 * JSON in and out. Commands and views are records; a record is an object with a member for each component. Reading is
 * strict and names every field that is wrong at once; writing states nulls, in the order of the components.
 */
package org.evenhall.platform.json;
