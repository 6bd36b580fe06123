package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// An array of numbers that grows.
final class Ints {

    private int[] numbers = new int[16];
    private int size;

    int size() {
        return size;
    }

    void add(int number) {
        if (size == numbers.length) numbers = Arrays.copyOf(numbers, 16 + size * 2);
        numbers[size++] = number;
    }

    /// All of them and no room for more. It is the array itself, so that a million are not held twice.
    int[] toArray() {
        numbers = Arrays.copyOf(numbers, size);
        return numbers;
    }
}
