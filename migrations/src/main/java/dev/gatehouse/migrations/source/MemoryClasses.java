package dev.gatehouse.migrations.source;

import java.util.Map;

/// Classes that are no files, on top of others.
final class MemoryClasses extends ClassLoader {

    private final Map<String, byte[]> classes;

    /// @param below loads all the classes that these stand on
    MemoryClasses(Map<String, byte[]> classes, ClassLoader below) {
        super(below);
        this.classes = Map.copyOf(classes);
    }

    /// Its own first: an application may have compiled the same sources a while ago.
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = classes.get(name);
        if (bytes == null) throw new ClassNotFoundException(name);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
