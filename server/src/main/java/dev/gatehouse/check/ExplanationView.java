package dev.gatehouse.check;

import dev.gatehouse.permissions.check.Explanation;
import dev.gatehouse.permissions.check.Verdict;
import dev.gatehouse.web.shape.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Doc("Why a check is answered as it is: the path that allowed, or where each branch ended.")
record ExplanationView(
        boolean allowed,
        @Doc("For people, a line a branch.") String tree,

        @Doc("For programs: every branch with its place in the tree.")
        List<Branch> branches,

        String consistencyToken) {

    @Doc("One branch. Those that follow it with a greater depth are its parts.")
    record Branch(
            int depth,
            String what,

            @Doc("`allowed`, `denied`, `cycle` or `undecided`.")
            String verdict,

            String because) {}

    static ExplanationView of(Explanation explanation, String consistencyToken) {
        var branches = new ArrayList<Branch>();
        collect(explanation, 0, branches);
        return new ExplanationView(
                explanation.verdict() == Verdict.ALLOWED, explanation.tree(), branches, consistencyToken);
    }

    private static void collect(Explanation explanation, int depth, List<Branch> branches) {
        branches.add(new Branch(
                depth,
                explanation.what(),
                explanation.verdict().name().toLowerCase(Locale.ROOT),
                explanation.because()));
        explanation.parts().forEach(part -> collect(part, depth + 1, branches));
    }
}
