package org.evenhall.server;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs inside the application as it is shipped, in the real server: it may inject what the application
 * may. All such tests share one server, started once and with the demo city, so they leave it as they found it or use
 * rows of their own.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class InServer {

    /** The war of this build with the tests in it, the same for every test class: it is deployed once. */
    @Deployment
    static WebArchive application() throws URISyntaxException {
        File assertj = new File(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ShrinkWrap.create(ZipImporter.class, "evenhall.war")
                .importFrom(Server.war().toFile())
                .as(WebArchive.class)
                .addAsLibrary(assertj)
                .addClasses(InServer.class, CountedStatements.class, CountedRequests.class, Readers.class)
                .addClasses(ManyRows.class, ManyRows.Made.class)
                .addClasses(Server.testClasses());
    }
}
