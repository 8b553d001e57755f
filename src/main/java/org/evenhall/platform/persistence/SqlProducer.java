package org.evenhall.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.evenhall.platform.Configuration;

/** Gives {@link Sql} on the application's pool, whose connections take part in the transaction of the moment. */
@ApplicationScoped
public class SqlProducer {

    @Resource(lookup = ConfiguredDataSource.NAME)
    private DataSource dataSource;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Produces
    @Singleton
    public Sql sql(Configuration configuration) {
        return new Sql(
                new TransactionConnections(dataSource, transactions),
                configuration.databaseUrl().isPresent() ? Dialect.POSTGRESQL : Dialect.DERBY);
    }
}
