package ingchain.sample;

import ingchain.exercise.ExerciseNotDone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;

/** Stands for a student's class: each method makes one kind of mistake. */
final class Student {
    private Student() {}

    static int answer() {
        return 42;
    }

    static void isNotDone() {
        throw new ExerciseNotDone("1.2 do something");
    }

    static void goesOnThoughNotDone() {
        ExerciseNotDone.skip("1.2 do something");
    }

    static void needsAnotherExercise() {
        throw new ExerciseNotDone("1.1 do something before");
    }

    static void throwsSomething() {
        throw new IllegalStateException("no such peer");
    }

    static void letsThrough(Runnable handler) {
        handler.run();
    }

    static void startsAThreadThatThrows() {
        new Thread(Student::throwsSomething).start();
    }

    static void startsAThreadThatLetsThrough(Runnable handler) {
        new Thread(() -> letsThrough(handler)).start();
    }

    static ServerSocket acceptsOnAThread() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(() -> accept(server)).start();
        return server;
    }

    static void waitsForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    static void isBusyUntilInterrupted() {
        long count = 0;
        while (!Thread.currentThread().isInterrupted()) {
            count = (count + 1) % 1_000;
        }
    }

    static void leavesAThreadBehind() {
        Thread thread = new Thread(() -> {
            try {
                waitsForEver();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(false);
        thread.start();
    }

    static void endsTheProgram() {
        System.exit(0);
    }

    private static void accept(ServerSocket server) {
        try {
            server.accept().getInputStream().read();
        } catch (IOException e) {
            // It was closed: the sample has ended.
        }
    }
}
