package org.evenhall.server;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/** Makes Arquillian start the server once for all test classes, instead of once for each: they share one archive. */
public class OneServer implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        // asked for before a container could be set up
        System.setProperty("payara.microJar", Server.payara().toString());
        builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, Container.class);
    }

    /** Deploying to Payara Micro is starting it, so the first deployment is kept until the end of the suite. */
    public static class Container extends PayaraMicroDeployableContainer {

        private Archive<?> deployed;
        private ProtocolMetaData where;

        @Override
        public void setup(PayaraMicroContainerConfiguration configuration) {
            Server server = new Server("in-server");
            configuration.setRandomHttpPort(false);
            configuration.setAutoBindHttp(false);
            configuration.setCmdOptions(joined(server.jvmOptions()));
            configuration.setExtraMicroOptions(joined(server.payaraOptions()));
            configuration.setOutputToConsole(false);
            configuration.setStartupTimeoutInSeconds(600); // the whole city is imported, on a machine that may be busy
            super.setup(configuration);
        }

        private static String joined(List<String> options) {
            return options.stream().map(option -> option.replace(" ", "\\ ")).collect(Collectors.joining(" "));
        }

        @Override
        public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
            if (where == null) {
                CompletableFuture.runAsync(RunningServer::get); // whom other tests ask, and who takes as long to start
                where = onLoopback(super.deploy(archive));
                deployed = archive;
            }
            return where;
        }

        /** The server reports the machine's public address, where it does not listen. */
        private static ProtocolMetaData onLoopback(ProtocolMetaData reported) {
            ProtocolMetaData corrected = new ProtocolMetaData();
            for (HTTPContext context : reported.getContexts(HTTPContext.class)) {
                HTTPContext loopback = new HTTPContext("127.0.0.1", context.getPort());
                context.getServlets()
                        .forEach(servlet -> loopback.add(new Servlet(servlet.getName(), servlet.getContextRoot())));
                corrected.addContext(loopback);
            }
            return corrected;
        }

        @Override
        public void undeploy(Archive<?> archive) {
            // kept for the next test class
        }

        @Override
        public void stop() throws LifecycleException {
            try {
                if (deployed != null) {
                    super.undeploy(deployed);
                }
            } catch (DeploymentException e) {
                throw new LifecycleException("The server did not stop.", e);
            } finally {
                super.stop();
            }
        }
    }
}
