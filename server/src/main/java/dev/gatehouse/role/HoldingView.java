package dev.gatehouse.role;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

@Doc("That somebody holds a role somewhere.")
record HoldingView(
        String role,

        @Doc("`person:ID`, `client:ID`, or `group:ID` for all who are in it.")
        String subject,

        @Doc("Where; absent: everywhere.") Optional<On> on) {

    @Doc("One thing, or everything of a type.")
    record On(
            @Doc("As applications call it: `document`.") @Pattern(regexp = Reach.TYPE)
            String type,

            @Doc("Absent: everything of the type.")
            Optional<@Size(max = Reach.LONGEST_ID) @Pattern(regexp = Reach.ID) String> id) {

        Reach reach() {
            return id.<Reach>map(one -> new Reach.OneThing(type, one)).orElseGet(() -> new Reach.OfType(type));
        }

        static Optional<On> of(Reach reach) {
            return switch (reach) {
                case Reach.Everywhere _ -> Optional.empty();
                case Reach.OfType(var type) -> Optional.of(new On(type, Optional.empty()));
                case Reach.OneThing(var type, var id) -> Optional.of(new On(type, Optional.of(id)));
            };
        }
    }

    static HoldingView of(Holding holding) {
        return new HoldingView(holding.role(), holding.holder().name(), On.of(holding.reach()));
    }
}
