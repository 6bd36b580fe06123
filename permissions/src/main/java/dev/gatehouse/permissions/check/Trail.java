package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.CYCLE;
import static dev.gatehouse.permissions.check.Verdict.DENIED;
import static dev.gatehouse.permissions.check.Verdict.UNDECIDED;

import java.util.Arrays;

/// What an evaluator has been through: at which places it is, and what it found at those that it has left. It
/// never looks at a place twice without a reason, so that things which lead to each other in a thousand ways
/// cost no more than they are.
///
/// What is certain holds good for ever. Anything else may *lean* on a place where the evaluator still is,
/// and which it took for a circle: it holds good as long as that place comes to no more than a circle, and is
/// forgotten when it comes to more.
final class Trail {

    /// Leans on no place: no way is that long.
    private static final int NOTHING = Integer.MAX_VALUE;

    private static final byte NEW = 0;
    private static final byte UNDER_WAY = 1;
    private static final byte FIRST_VERDICT = 2;
    private static final Verdict[] VERDICTS = Verdict.values();

    private byte[] states = new byte[16];

    /// Which place of the way it is, counted from 1, while it is under way.
    private int[] positions = new int[16];

    /// How deep it was looked for last.
    private int[] depths = new int[16];

    /// The first place of the way that it leans on.
    private int[] leans = new int[16];

    /// Those left without certainty that lean on something under way, in the order in which they were left.
    private int[] leaning = new int[16];

    private int leaningSize;

    /// What the place that is being looked at leans on, as far as is known.
    private int lean = NOTHING;

    /// How many places are under way.
    private int length;

    /// What must be kept while the evaluator is at a place.
    ///
    /// @param leaningBefore how many leaned on something when it came
    /// @param leanBefore what the place before leaned on
    record Entry(int leaningBefore, int leanBefore) {}

    /// How many places are under way.
    int length() {
        return length;
    }

    /// Takes for allowed what was found to be so on another way.
    void allow(int place) {
        if (place >= states.length) grow(place);
        if (states[place] == NEW) states[place] = (byte) (FIRST_VERDICT + ALLOWED.ordinal());
    }

    /// What is known of a place.
    ///
    /// @param depth at which it is met now
    /// @return `null` if it has to be looked at
    Verdict known(int place, int depth) {
        if (place >= states.length) grow(place);
        var state = states[place];
        if (state == NEW) return null;
        if (state == UNDER_WAY) {
            lean = Math.min(lean, positions[place]);
            return CYCLE;
        }
        var verdict = VERDICTS[state - FIRST_VERDICT];
        // From higher up one sees further: what was too deep then may not be so now.
        if (verdict == UNDECIDED && depth < depths[place]) return null;
        if (!isCertain(verdict)) lean = Math.min(lean, leans[place]);
        return verdict;
    }

    Entry enter(int place, int depth) {
        var entry = new Entry(leaningSize, lean);
        states[place] = UNDER_WAY;
        positions[place] = ++length;
        depths[place] = depth;
        lean = NOTHING;
        return entry;
    }

    void leave(int place, Verdict verdict, Entry entry) {
        length--;
        var isHeld = !isCertain(verdict) && lean < positions[place];
        leans[place] = isHeld ? lean : NOTHING;
        states[place] = (byte) (FIRST_VERDICT + verdict.ordinal());
        settle(verdict, entry.leaningBefore(), leans[place]);
        if (isHeld) leanOn(place);
        lean = Math.min(entry.leanBefore(), leans[place]);
    }

    /// Those that took the place for a circle: they were right if it is one. If it is undecided, what they
    /// found undecided is so still. If it is certain, so may they be.
    private void settle(Verdict verdict, int from, int itsLean) {
        var kept = from;
        for (var i = from; i < leaningSize; i++) {
            var other = leaning[i];
            if (isCertain(verdict) || verdict == UNDECIDED && states[other] == FIRST_VERDICT + CYCLE.ordinal()) {
                states[other] = NEW;
                continue;
            }
            leans[other] = itsLean == NOTHING ? NOTHING : Math.min(leans[other], itsLean);
            if (itsLean != NOTHING) leaning[kept++] = other;
        }
        leaningSize = kept;
    }

    private void leanOn(int place) {
        if (leaningSize == leaning.length) leaning = Arrays.copyOf(leaning, 2 * leaningSize);
        leaning[leaningSize++] = place;
    }

    private static boolean isCertain(Verdict verdict) {
        return verdict == ALLOWED || verdict == DENIED;
    }

    private void grow(int place) {
        var capacity = Math.max(place + 1, 2 * states.length);
        states = Arrays.copyOf(states, capacity);
        positions = Arrays.copyOf(positions, capacity);
        depths = Arrays.copyOf(depths, capacity);
        leans = Arrays.copyOf(leans, capacity);
    }
}
