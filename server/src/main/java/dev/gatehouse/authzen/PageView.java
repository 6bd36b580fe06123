package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;

@Doc("Which part of what is found is wanted.")
record PageView(
        @Doc("The `next_token` of the page before.") Optional<@Size(max = 4_000) String> token,

        @Doc("How many results at most. A page has no more than 1,000.")
        Optional<@Min(0) Integer> limit) {

    static final PageView FIRST = new PageView(Optional.empty(), Optional.empty());
}
