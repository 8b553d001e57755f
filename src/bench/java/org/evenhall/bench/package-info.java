/** Measurements, compiled with the tests and run by {@code mvn -Pbench verify}. */
package org.evenhall.bench;
