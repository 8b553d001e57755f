/**
 * Starts the server around the application. Packed in a jar of its own, outside the war: it runs before there is an
 * application and says in plain sentences why there will be none.
 */
package org.evenhall.platform.launch;
