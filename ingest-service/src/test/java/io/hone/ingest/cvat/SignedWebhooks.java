package io.hone.ingest.cvat;

import io.hone.ingest.tool.ToolResource;

/** Signs as the CVAT of {@link ToolResource} does. */
public final class SignedWebhooks {

    private SignedWebhooks() {}

    public static String signature(byte[] body) {
        return new Signature(ToolResource.SHOP_SECRET).of(body);
    }
}
