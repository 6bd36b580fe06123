package dev.gatehouse.openfga;

import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.RelationshipRules;
import java.util.ArrayList;
import java.util.List;

/// A question that somebody will ask a model, and the relationships that will come with it.
record Expectation(Question question, List<Relationship> contextual) {

    /// Whether it can be asked of the model at all.
    ///
    /// @param place of it among others, such as `assertions/3`
    /// @return a sentence for each thing that is wrong
    List<String> faults(AuthorizationModel model, String place) {
        var faults = new ArrayList<String>();
        for (var fault : new QuestionRules(model).judge(question))
            faults.add(place + "/tuple_key/" + fault.member() + ": " + fault.why());
        var rules = new RelationshipRules(model);
        for (var i = 0; i < contextual.size(); i++)
            for (var fault : rules.faults(contextual.get(i)))
                faults.add(place + "/contextual_tuples/" + i + "/" + fault.place() + ": " + fault.message());
        return faults;
    }
}
