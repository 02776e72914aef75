package io.hone.cli.up;

import io.hone.cli.place.DataFolder;
import io.hone.cli.place.Service;
import io.hone.stack.Credentials;
import io.hone.stack.LocalStack;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What the services are told, by environment only: the same names that compose and Kubernetes set. */
final class ServiceEnvironment {

    /** What the services stand on. */
    record Servers(String bootstrapServers, URI s3, Credentials keys) {

        static Servers of(LocalStack servers) {
            return new Servers(
                    servers.broker().bootstrapServers(),
                    servers.s3().endpoint(),
                    new Credentials(servers.s3().accessKey(), servers.s3().secretKey()));
        }
    }

    private final Map<String, String> common;
    private final DataFolder data;
    private final StackPorts ports;

    ServiceEnvironment(
            Servers servers, String rootKey, DataFolder data, StackPorts ports, Map<String, String> settings) {
        this.data = data;
        this.ports = ports;
        this.common = new HashMap<>(threads());
        common.putAll(settings);
        common.put("KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers());
        common.put("HONE_BUCKET_ENDPOINT", servers.s3().toString());
        common.put("HONE_BUCKET_ACCESS_KEY", servers.keys().accessKey());
        common.put("HONE_BUCKET_SECRET_KEY", servers.keys().secretKey());
        common.put("HONE_BUCKET_REGION", "us-east-1");
        common.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        common.put("HONE_AUTH_MODE", "keys");
        common.put("HONE_AUTH_ROOT_KEY", rootKey);
    }

    /** PyTorch's threads spin while they wait, which on few cores costs all the others dearly. */
    private static Map<String, String> threads() {
        return System.getenv().containsKey("OMP_WAIT_POLICY") ? Map.of() : Map.of("OMP_WAIT_POLICY", "PASSIVE");
    }

    Map<String, String> of(Service service) {
        Map<String, String> environment = new HashMap<>(common);
        environment.put("HONE_DATA", data.of(service).toString());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        return environment;
    }
}
