package org.evenhall.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The persistence unit of the application without a server, on the connection of the transaction of the moment. */
public final class Entities {

    private static final Map<Databases, EntityManagerFactory> FACTORIES = new EnumMap<>(Databases.class);
    private static final ThreadLocal<DataSource> DATABASE = new ThreadLocal<>();
    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();
    private static final Set<String> ENDINGS = Set.of("commit", "rollback", "setAutoCommit", "close");

    private final Databases kind;
    private final Transactions transactions;

    public Entities(Databases kind, Transactions transactions) {
        this.kind = kind;
        this.transactions = transactions;
    }

    /** Stands for the persistence context of the transaction of the moment. */
    public EntityManager manager() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    try {
                        return method.invoke(CURRENT.get(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A transaction with a persistence context of its own, which is written before it ends. */
    public <T> T run(Supplier<T> work) {
        DATABASE.set(transactions.connections());
        try {
            return transactions.run((Supplier<T>) () -> inContext(work));
        } finally {
            DATABASE.remove();
        }
    }

    private <T> T inContext(Supplier<T> work) {
        try (EntityManager context = factory().createEntityManager()) {
            CURRENT.set(context);
            context.getTransaction().begin();
            T result = work.get();
            context.getTransaction().commit();
            return result;
        } finally {
            CURRENT.remove();
        }
    }

    private EntityManagerFactory factory() {
        synchronized (FACTORIES) {
            return FACTORIES.computeIfAbsent(kind, fresh -> {
                Map<String, Object> settings = new HashMap<>();
                settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
                settings.put("jakarta.persistence.jtaDataSource", null);
                settings.put("jakarta.persistence.nonJtaDataSource", ofThisThread());
                settings.put("eclipselink.session.customizer", null);
                settings.put("eclipselink.weaving", "false");
                settings.put("eclipselink.logging.level", "SEVERE");
                settings.put("eclipselink.session-name", "test-" + kind);
                return Persistence.createEntityManagerFactory("evenhall", settings);
            });
        }
    }

    private static DataSource ofThisThread() {
        return (DataSource) Proxy.newProxyInstance(
                Entities.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    return method.getName().equals("getConnection")
                            ? unending(DATABASE.get().getConnection())
                            : null;
                });
    }

    /** The transaction of the test ends it, not the persistence context. */
    private static Connection unending(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Entities.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (ENDINGS.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
