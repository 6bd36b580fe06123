package dev.gatehouse.world;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.List;

/// A model, the relationships that stand, and what must be true of them.
///
/// @param name for people; empty where the file gives none
/// @param relationships what all tests share
public record World(String name, AuthorizationModel model, List<Relationship> relationships, List<Test> tests) {

    public World {
        relationships = List.copyOf(relationships);
        tests = List.copyOf(tests);
    }

    /// Some claims that belong together.
    ///
    /// @param relationships what stands for this test alone, besides those of the world
    public record Test(String name, List<Relationship> relationships, List<Claim> claims) {

        public Test {
            relationships = List.copyOf(relationships);
            claims = List.copyOf(claims);
        }
    }
}
