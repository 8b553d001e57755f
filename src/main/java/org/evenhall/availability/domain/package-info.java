/** The arithmetic of taken and free time: cells of five minutes, sheets of a day, and the index of a whole city. */
package org.evenhall.availability.domain;
