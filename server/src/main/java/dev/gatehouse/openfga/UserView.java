package dev.gatehouse.openfga;

import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.web.shape.Doc;
import java.util.Optional;

@Doc("One of those who have a relation: an object, a userset, or everybody of a type.")
record UserView(Optional<ObjectView> object, Optional<UsersetView> userset, Optional<WildcardView> wildcard) {

    record ObjectView(String type, String id) {}

    record UsersetView(String type, String id, String relation) {}

    record WildcardView(String type) {}

    static UserView of(String name) {
        var type = Names.type(name);
        if (Names.isEverybody(name))
            return new UserView(Optional.empty(), Optional.empty(), Optional.of(new WildcardView(type)));
        if (Names.isUserset(name))
            return new UserView(
                    Optional.empty(),
                    Optional.of(new UsersetView(type, Names.id(name), Names.relation(name))),
                    Optional.empty());
        return new UserView(Optional.of(new ObjectView(type, Names.id(name))), Optional.empty(), Optional.empty());
    }
}
