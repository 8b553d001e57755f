/** The houses of a city (schools, universities, libraries, museums …) and the alliances that some of them form. */
package org.evenhall.organisations;
