package org.evenhall.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class of tests that starts servers of its own, which takes long, and so runs beside the classes that share one. Of
 * these classes one runs at a time, and of its methods too.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("servers of its own")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServersOfItsOwn {}
