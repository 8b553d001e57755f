package org.evenhall.platform.persistence;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that the database may pick as the victim of a deadlock or a lock time-out is made again, in a transaction of
 * its own each time. It stands outside the transaction: inside of one it does nothing, since a rolled back transaction
 * cannot go on. After the last try the caller hears {@code BUSY}.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Retried {}
