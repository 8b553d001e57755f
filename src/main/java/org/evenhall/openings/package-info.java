/**
 * When a space is open to the public: opening hours as stated (OpenStreetMap syntax), public holidays, and what was
 * open on each past day, frozen.
 */
package org.evenhall.openings;
