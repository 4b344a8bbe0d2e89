package org.hotline400.server.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/// Many that do the same at the same moment.
final class Rush {
    private Rush() {}

    /// Runs the work `many` times at once and gives what came of it.
    static <T> List<T> of(int many, IntFunction<T> work) throws Exception {
        var together = new CyclicBarrier(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < many; i++) {
                int number = i;
                tasks.add(() -> {
                    together.await();
                    return work.apply(number);
                });
            }
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
