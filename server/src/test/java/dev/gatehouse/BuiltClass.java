package dev.gatehouse;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A class as the compiler wrote it: the truth about what it uses, whatever its source looks like.
///
/// @param uses every class that it names, in code, in a signature or in an annotation, by binary name
record BuiltClass(ClassModel model, Set<String> uses) {

    private static final String HOUSE = "dev.gatehouse.";
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

    static BuiltClass parse(byte[] bytes) {
        var model = ClassFile.of().parse(bytes);
        var uses = pool(model).flatMap(BuiltClass::named).collect(Collectors.toCollection(TreeSet::new));
        return new BuiltClass(model, uses);
    }

    /// `dev.gatehouse.account.Suspect$Kind`
    String name() {
        return dotted(model.thisClass().asInternalName());
    }

    /// `account.Suspect`, for a class inside another too.
    String place() {
        return outermost(name()).substring(HOUSE.length());
    }

    String simpleName() {
        return name().substring(name().lastIndexOf('.') + 1);
    }

    String packageName() {
        return packageOf(name());
    }

    /// The name of the room, or of the module below the rooms; empty for the `House` and those beside it.
    String room() {
        return roomOf(name());
    }

    boolean isCalledLike(Collection<String> endings) {
        return endings.stream().anyMatch(place()::endsWith);
    }

    boolean has(AccessFlag flag) {
        return model.flags().has(flag);
    }

    Stream<String> implement() {
        return model.interfaces().stream().map(type -> dotted(type.asInternalName()));
    }

    /// What it uses of our own in other packages.
    Stream<String> usesElsewhere() {
        return uses.stream()
                .filter(used -> used.startsWith(HOUSE))
                .filter(used -> !packageOf(used).equals(packageName()));
    }

    /// What stands in the signatures of its public methods, if others can see it at all.
    Stream<String> shows() {
        if (!has(AccessFlag.PUBLIC)) return Stream.empty();
        return model.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.PUBLIC))
                .flatMap(method -> Stream.concat(
                        Stream.of(method.methodType().stringValue()),
                        method
                                .findAttribute(Attributes.signature())
                                .map(it -> it.signature().stringValue())
                                .stream()))
                .flatMap(BuiltClass::inDescriptor)
                .filter(name -> !name.equals(name()));
    }

    /// `Tx.now`: what it calls of the classes of one package.
    Stream<String> calls(String packageName) {
        return pool(model)
                .flatMap(entry -> entry instanceof MemberRefEntry member ? Stream.of(member) : Stream.empty())
                .filter(member -> packageOf(owner(member)).equals(packageName))
                .map(member -> owner(member).substring(packageName.length() + 1) + "."
                        + member.name().stringValue());
    }

    static String roomOf(String className) {
        var inside =
                packageOf(className).substring(Math.min(packageOf(className).length(), HOUSE.length()));
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }

    static String outermost(String className) {
        return className.contains("$") ? className.substring(0, className.indexOf('$')) : className;
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private static String owner(MemberRefEntry member) {
        return dotted(member.owner().asInternalName());
    }

    private static Stream<String> named(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry type -> Stream.of(dotted(type.asInternalName())).filter(name -> !name.startsWith("["));
            case Utf8Entry text -> inDescriptor(text.stringValue());
            default -> Stream.empty();
        };
    }

    private static Stream<String> inDescriptor(String text) {
        return IN_DESCRIPTOR.matcher(text).results().map(found -> dotted(found.group(1)));
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    private static Stream<PoolEntry> pool(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false);
    }
}
