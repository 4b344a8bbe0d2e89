package org.hotline400.app.measure.charging;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline400.app.CommandFailedException;

/// Threads that work at the same time.
final class Crowd {
    private Crowd() {}

    /// What one of them does over and over.
    @FunctionalInterface
    interface Worker {
        /// @param thread from 0
        /// @param turn of this thread, from 0
        /// @return how many things were done
        int turn(int thread, int turn);
    }

    /// @return things done a second, by all together
    static double aSecond(int threads, int seconds, Worker worker) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        long done = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<Long>>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit((Callable<Long>) () -> work(thread, end, worker)));
            }
            for (var one : running) {
                done += one.get();
            }
        } catch (ExecutionException e) {
            throw new CommandFailedException("measuring failed: " + e.getCause());
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }

    private static long work(int thread, long end, Worker worker) {
        long done = 0;
        for (int turn = 0; System.nanoTime() < end; turn++) {
            done += worker.turn(thread, turn);
        }
        return done;
    }
}
