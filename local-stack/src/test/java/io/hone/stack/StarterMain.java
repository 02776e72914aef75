package io.hone.stack;

import java.nio.file.Path;

/** Starts a stack, prints the servers' process ids, and stays. */
final class StarterMain {
    private StarterMain() {}

    public static void main(String[] args) throws InterruptedException {
        var stack = LocalStack.start(Path.of(args[0]), Ports.anyFree());
        System.out.println(stack.broker().pid() + " " + stack.s3().pid());
        Thread.currentThread().join();
    }
}
