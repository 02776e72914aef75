package io.hone.ingest.tool;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A stand-in for labelling tools, and the settings that let them send to Hone. */
public final class ToolResource implements QuarkusTestResourceLifecycleManager {

    public static final String LAB_SECRET = "the secret of the lab";
    public static final String FIELD_SECRET = "the secret of the field";

    public static final String SHOP_SECRET = "the secret of the shop";

    private ToolServer tool;

    @Override
    public Map<String, String> start() {
        try {
            tool = new ToolServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.putAll(Map.of(
                "hone.tasks.first-pause", "100ms",
                "hone.tasks.longest-pause", "300ms",
                "hone.tasks.give-up-after", "10m",
                "hone.fetch.buckets", "images"));
        settings.putAll(Map.of(
                "hone.feeds.label-studio.lab.address",
                tool.address() + "/",
                "hone.feeds.label-studio.lab.token",
                ToolServer.TOKEN,
                "hone.feeds.label-studio.lab.secret",
                LAB_SECRET,
                "hone.feeds.label-studio.field.address",
                "https://label.example.org",
                "hone.feeds.label-studio.field.secret",
                FIELD_SECRET,
                "hone.feeds.label-studio.field.secret-header",
                "X-Field",
                "hone.feeds.label-studio.field.models",
                "plants,animals"));
        settings.putAll(Map.of(
                "hone.feeds.cvat.shop.address",
                tool.address(),
                "hone.feeds.cvat.shop.token",
                ToolServer.TOKEN,
                "hone.feeds.cvat.shop.secret",
                SHOP_SECRET));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(tool, new TestInjector.MatchesType(ToolServer.class));
    }

    @Override
    public void stop() {
        tool.close();
    }
}
