package org.evenhall.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/**
 * Rolls back what an {@link Error} left half done, such as the end of the memory or the stack: Payara does so for
 * exceptions only and would commit it. Stands within {@code @Transactional} (PLATFORM_BEFORE + 200).
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
public class UndoneByErrors {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object whole(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Error e) {
            transactions.setRollbackOnly();
            throw e;
        }
    }
}
