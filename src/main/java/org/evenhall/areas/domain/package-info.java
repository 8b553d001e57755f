/** Areas as a tree with outlines: what lies in what, and where a point lies. */
package org.evenhall.areas.domain;
