package io.hone.cli.demo;

import io.hone.cli.place.Addresses;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.up.Stack;

/** What to try while the demo still runs. */
final class WhatNext {

    private WhatNext() {}

    static void print(Terminal terminal, Stack stack) {
        Addresses addresses = stack.addresses();
        terminal.heading("What to try next, in another terminal");
        terminal.line("  What runs and how far it is:    ./hone status");
        terminal.line(
                "  Who you are, for curl:          AUTH=\"Authorization: Bearer $(cat '%s')\"",
                stack.data().rootKey());
        terminal.line(
                "  The champion and its history:   curl -H \"$AUTH\" %s/v1/models/%s/champions",
                addresses.evaluator(), Samples.MODEL);
        terminal.line(
                "  The verdict in full:            curl -H \"$AUTH\" %s/v1/models/%s/verdicts/2",
                addresses.evaluator(), Samples.MODEL);
        terminal.line(
                "  One more image:                 curl -H \"$AUTH\" -F image=@photo.png -F label=cat %s/v1/models/%s/images",
                addresses.ingest(), Samples.MODEL);
        terminal.line(
                "  Another run:                    curl -H \"$AUTH\" -X POST %s/v1/models/%s/runs",
                addresses.trainer(), Samples.MODEL);
        terminal.line("  Metrics:                        curl -H \"$AUTH\" %s/q/metrics", addresses.trainer());
        terminal.blank();
        terminal.line("  Ctrl-C ends it all.");
    }
}
