package dev.gatehouse.migrations.source;

import java.util.Map;

/// Classes that are no files, on top of this program's own.
final class MemoryClasses extends ClassLoader {

    private final Map<String, byte[]> classes;

    MemoryClasses(Map<String, byte[]> classes) {
        super(MemoryClasses.class.getClassLoader());
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = classes.get(name);
        if (bytes == null) throw new ClassNotFoundException(name);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
