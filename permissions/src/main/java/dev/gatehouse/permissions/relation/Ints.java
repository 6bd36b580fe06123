package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// An array of numbers that grows.
final class Ints {

    private int[] numbers = new int[16];
    private int size;

    int size() {
        return size;
    }

    int at(int index) {
        return numbers[index];
    }

    void add(int number) {
        if (size == numbers.length) numbers = Arrays.copyOf(numbers, size * 2);
        numbers[size++] = number;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
