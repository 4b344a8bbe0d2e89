package org.hotline400.sip.internal;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Counts the objects that a thing of ours holds on to, by following its fields. Of classes of the JDK it knows those
/// that
/// matter here; what all calls share is not followed.
final class HeldObjects {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> left = new ArrayDeque<>();
    private final Set<Class<?>> shared;
    private final Map<String, Integer> byClass = new TreeMap<>();

    private HeldObjects(Set<Class<?>> shared) {
        this.shared = shared;
    }

    /// @param shared classes whose objects are not followed
    /// @return how many there are of each class
    static Map<String, Integer> of(Object root, Set<Class<?>> shared) {
        var held = new HeldObjects(shared);
        held.follow(root);
        while (!held.left.isEmpty()) {
            held.look(held.left.remove());
        }
        return held.byClass;
    }

    private void follow(Object next) {
        boolean counts = next != null && !(next instanceof Enum<?>) && !(next instanceof Class<?>);
        if (counts && !shared.contains(next.getClass()) && seen.add(next)) {
            left.add(next);
        }
    }

    private void count(String what, int objects) {
        byClass.merge(what, objects, Integer::sum);
    }

    private void look(Object one) {
        switch (one) {
            case String _ -> count("String", 2);
            case Map<?, ?> map -> {
                count("Map", (map.isEmpty() ? 1 : 2) + map.size());
                map.forEach((key, value) -> {
                    follow(key);
                    follow(value);
                });
            }
            case Set<?> set -> {
                count("Set", (set.isEmpty() ? 2 : 3) + set.size());
                set.forEach(this::follow);
            }
            case Collection<?> list -> {
                count("List", list.isEmpty() ? 0 : 2);
                list.forEach(this::follow);
            }
            case Optional<?> optional -> {
                count("Optional", optional.isEmpty() ? 0 : 1);
                optional.ifPresent(this::follow);
            }
            default -> lookInto(one);
        }
    }

    private void lookInto(Object one) {
        var type = one.getClass();
        count(type.isHidden() ? "lambda of " + type.getNestHost().getSimpleName() : type.getSimpleName(), 1);
        if (type.isArray()) {
            for (int i = 0; !type.getComponentType().isPrimitive() && i < Array.getLength(one); i++) {
                follow(Array.get(one, i));
            }
        } else if (!type.getName().startsWith("java.")) {
            for (Class<?> part = type; part != null; part = part.getSuperclass()) {
                for (Field field : part.getDeclaredFields()) {
                    if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                        follow(read(field, one));
                    }
                }
            }
        }
    }

    private static Object read(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
