package ingchain.sample;

import com.google.gson.JsonParser;
import ingchain.exercise.ExerciseNotDone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

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

    /** Is in a library's method most of the time, and does not wait for anything there. */
    static void sortsUntilInterrupted() {
        List<Integer> numbers = new Random(1).ints(10_000).boxed().toList();
        while (!Thread.currentThread().isInterrupted()) {
            numbers.stream().sorted().toList();
        }
    }

    /** Two threads take two locks, each in an order of its own, and meet in the middle. */
    static void locksInTwoOrders() throws InterruptedException {
        Object one = new Object();
        Object other = new Object();
        CyclicBarrier middle = new CyclicBarrier(2);
        Thread thread = new Thread(() -> locks(other, one, middle));
        thread.setDaemon(true);
        thread.start();
        locks(one, other, middle);
    }

    private static void locks(Object first, Object second, CyclicBarrier middle) {
        synchronized (first) {
            try {
                middle.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            synchronized (second) {
                middle.reset();
            }
        }
    }

    /** Takes whatever comes for one whole message, as the article does. */
    static String typeOf(byte[] piece) {
        return JsonParser.parseString(new String(piece, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .get("type")
                .getAsString();
    }

    /** Serves one connection at a time, in the loop that accepts; answers the one before with what the next says. */
    static ServerSocket servesInItsAcceptLoop() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(() -> acceptLoop(server)).start();
        return server;
    }

    private static void acceptLoop(ServerSocket server) {
        try {
            while (true) {
                Socket connection = server.accept();
                connection.getInputStream().transferTo(connection.getOutputStream());
            }
        } catch (IOException e) {
            // It was closed: the sample has ended.
        }
    }

    /** Listens, and never accepts. */
    static ServerSocket neverAccepts() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Greets each peer with a line, twice, and hangs up. */
    static ServerSocket greetsTwice(String greeting) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(() -> {
                    try (Socket connection = server.accept()) {
                        byte[] bytes = greeting.getBytes(StandardCharsets.UTF_8);
                        connection.getOutputStream().write(bytes);
                        connection.getOutputStream().write(bytes);
                    } catch (IOException e) {
                        // It was closed: the sample has ended.
                    }
                })
                .start();
        return server;
    }

    /** One thread has the lock for ever, and another waits for it. */
    static void keepsALock() {
        Object lock = new Object();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> holds(lock, held));
        holder.setDaemon(true);
        holder.start();
        Thread waiting = new Thread(() -> {
            try {
                held.await();
                holds(lock, held);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.setDaemon(true);
        waiting.start();
    }

    private static void holds(Object lock, CountDownLatch held) {
        synchronized (lock) {
            held.countDown();
            try {
                waitsForEver();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Sends what the second peer says to the first. */
    static ServerSocket answersTheWrongPeer() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(() -> {
                    try {
                        Socket first = server.accept();
                        Socket second = server.accept();
                        second.getInputStream().transferTo(first.getOutputStream());
                    } catch (IOException e) {
                        // It was closed: the sample has ended.
                    }
                })
                .start();
        return server;
    }

    static void removesWhileIterating(List<String> peers) {
        for (String peer : peers) {
            peers.remove(peer);
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
