package org.evenhall.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Entities without a server, in the same transactions as plain SQL: one entity manager for each. */
public final class Entities {

    private final Transactions transactions;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    /** @param bound gives the connection of the transaction that runs */
    Entities(Transactions transactions, DataSource bound, Databases kind) {
        this.transactions = transactions;
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", bound);
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("eclipselink.weaving", "false");
        settings.put("eclipselink.logging.level", "SEVERE");
        settings.put("eclipselink.target-database", kind == Databases.DERBY ? "Derby" : "PostgreSQL");
        settings.put("eclipselink.session-name", "test" + System.identityHashCode(this));
        factory = Persistence.createEntityManagerFactory("evenhall", settings);
    }

    /** The one of the transaction that runs, as in a server. */
    public EntityManager manager() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    try {
                        return method.invoke(current.get(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** As {@link Transactions#run}. */
    public <T> T run(Supplier<T> work) {
        return transactions.run(() -> {
            try (EntityManager entities = factory.createEntityManager()) {
                current.set(entities);
                entities.getTransaction().begin();
                T result = work.get();
                entities.getTransaction().commit();
                return result;
            } finally {
                current.remove();
            }
        });
    }
}
