package org.evenhall.server;

import jakarta.persistence.EntityManagerFactory;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.DataRecord;
import org.eclipse.persistence.sessions.SessionProfilerAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.evenhall.platform.persistence.Statements;

/** How many statements this thread sends while it goes through doors of the application: plain ones and those of entities. */
final class CountedStatements extends SessionProfilerAdapter {

    private final ThreadLocal<Long> sent = ThreadLocal.withInitial(() -> 0L);

    CountedStatements(EntityManagerFactory entities) {
        entities.unwrap(ServerSession.class).setProfiler(this);
    }

    long during(Runnable work) {
        long before = sent.get();
        long plain = Statements.during(work);
        return plain + sent.get() - before;
    }

    @Override
    public void startOperationProfile(String operation, DatabaseQuery query, int weight) {
        if (operation.equals(SqlPrepare)) {
            sent.set(sent.get() + 1);
        }
    }

    @Override
    public Object profileExecutionOfQuery(DatabaseQuery query, DataRecord row, AbstractSession session) {
        return session.internalExecuteQuery(query, (AbstractRecord) row);
    }
}
