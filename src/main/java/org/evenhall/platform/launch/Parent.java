package org.evenhall.platform.launch;

/** The process that started this one, as a build does. When it is gone, nobody would stop the server any more. */
final class Parent {

    private static final long LOOK_MILLIS = 500;

    private Parent() {}

    static void follow() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(() -> watch(parent), "parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private static void watch(ProcessHandle parent) {
        try {
            while (parent.isAlive()) {
                Thread.sleep(LOOK_MILLIS);
            }
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
