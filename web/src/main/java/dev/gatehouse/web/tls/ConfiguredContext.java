package dev.gatehouse.web.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// A context whose sockets and engines speak as they were told, whoever makes them.
///
/// The HTTP library (4.4.0) takes a context, but forgets its own parameters when it wraps a socket: without this
/// class nobody would be asked for a certificate, and every suite of the JDK would do. (Its other way, by engines,
/// remembers them, but asks DNS for the name of every caller.)
final class ConfiguredContext extends SSLContext {

    private ConfiguredContext(Spi spi, SSLContext plain) {
        super(spi, plain.getProvider(), plain.getProtocol());
    }

    static SSLContext of(SSLContext plain, SSLParameters parameters) {
        return new ConfiguredContext(new Spi(plain, parameters), plain);
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext plain;
        private final SSLParameters parameters;

        Spi(SSLContext plain, SSLParameters parameters) {
            this.plain = plain;
            this.parameters = parameters;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("it is ready");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new Sockets(plain.getSocketFactory(), parameters);
        }

        /// The library asks for it and makes nothing with it: connections are accepted first and secured then.
        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return plain.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            var engine = plain.createSSLEngine();
            engine.setUseClientMode(false);
            engine.setSSLParameters(parameters);
            return engine;
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return engineCreateSSLEngine();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return plain.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return plain.getClientSessionContext();
        }
    }

    /// The one way to a socket that a server needs: around one that was accepted.
    private static final class Sockets extends SSLSocketFactory {
        private final SSLSocketFactory plain;
        private final SSLParameters parameters;

        Sockets(SSLSocketFactory plain, SSLParameters parameters) {
            this.plain = plain;
            this.parameters = parameters;
        }

        @Override
        public Socket createSocket(Socket accepted, InputStream consumed, boolean autoClose) throws IOException {
            var socket = (SSLSocket) plain.createSocket(accepted, consumed, autoClose);
            socket.setSSLParameters(parameters);
            return socket;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return parameters.getCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return parameters.getCipherSuites();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) {
            throw callsNobody();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw callsNobody();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw callsNobody();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw callsNobody();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
            throw callsNobody();
        }

        private static UnsupportedOperationException callsNobody() {
            return new UnsupportedOperationException("this end calls nobody");
        }
    }
}
