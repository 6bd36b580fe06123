package dev.gatehouse;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.authzen.ConfigurationEndpoint;
import dev.gatehouse.authzen.EvaluationEndpoint;
import dev.gatehouse.authzen.SearchEndpoint;
import dev.gatehouse.check.CheckEndpoint;
import dev.gatehouse.check.WhoAndWhatEndpoint;
import dev.gatehouse.group.GroupEndpoint;
import dev.gatehouse.group.MemberEndpoint;
import dev.gatehouse.model.ModelEndpoint;
import dev.gatehouse.openfga.AssertionEndpoint;
import dev.gatehouse.openfga.Assertions;
import dev.gatehouse.openfga.BatchCheckEndpoint;
import dev.gatehouse.openfga.ListEndpoint;
import dev.gatehouse.openfga.QueryEndpoint;
import dev.gatehouse.openfga.StoreAccess;
import dev.gatehouse.openfga.StoreEndpoint;
import dev.gatehouse.openfga.StoreModelEndpoint;
import dev.gatehouse.openfga.StoreQuestions;
import dev.gatehouse.openfga.TupleChangeEndpoint;
import dev.gatehouse.openfga.TupleEndpoint;
import dev.gatehouse.openfga.TupleWrites;
import dev.gatehouse.relation.ChangeFeedEndpoint;
import dev.gatehouse.relation.RelationshipEndpoint;
import dev.gatehouse.right.Right;
import dev.gatehouse.right.RightsGuard;
import dev.gatehouse.role.HeldRoleEndpoint;
import dev.gatehouse.role.HolderEndpoint;
import dev.gatehouse.role.RoleEndpoint;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.ServerBuilder;
import dev.gatehouse.web.observe.Metrics;

/// The doors at which one says and asks who may do what: of ours, of AuthZEN, and of OpenFGA.
final class PermissionDoors {

    private final Ground ground;
    private final Permissions permissions;
    private final Company company;
    private final RightsGuard rights;
    private final Guard<Actor> known;
    private final Guard<Actor> administer;

    /// @param known lets everybody pass who says who he is; what he may do is asked behind the door
    PermissionDoors(Ground ground, Permissions permissions, Company company, RightsGuard rights, Guard<Actor> known) {
        this.ground = ground;
        this.permissions = permissions;
        this.company = company;
        this.rights = rights;
        this.known = known;
        this.administer = rights.requires(Right.ADMINISTER_PERMISSIONS);
    }

    void open(ServerBuilder plan) {
        facts(plan);
        company(plan);
        questions(plan);
        openFga(plan);
    }

    /// For whoever says what rights there can be, and who has which.
    private void facts(ServerBuilder plan) {
        plan.mount(new ModelEndpoint(permissions.models, permissions.relationships::leftBehind, administer)::mount)
                .mount(new RelationshipEndpoint(permissions.relationships, administer)::mount)
                .mount(new ChangeFeedEndpoint(permissions.relationships, administer)::mount);
    }

    /// For whoever says who belongs together and may do what.
    private void company(ServerBuilder plan) {
        plan.mount(new GroupEndpoint(company.groups, administer)::mount)
                .mount(new MemberEndpoint(company.groups, company.members, administer)::mount)
                .mount(new RoleEndpoint(company.roles, administer)::mount)
                .mount(new HolderEndpoint(company.roles, company.holders, company.holdings, administer)::mount)
                .mount(new HeldRoleEndpoint(company.memberships, company.holdings, administer)::mount);
    }

    /// Where an application asks what somebody may do.
    private void questions(ServerBuilder plan) {
        var asker = rights.requires(Right.ASK);
        plan.mount(new CheckEndpoint(permissions.questions, asker)::mount)
                .mount(new WhoAndWhatEndpoint(permissions.questions, asker)::mount)
                .mount(new EvaluationEndpoint(permissions.questions, asker)::mount)
                .mount(new SearchEndpoint(permissions.questions, asker)::mount)
                .mount(new ConfigurationEndpoint(ground.issuer)::mount);
    }

    /// For OpenFGA's SDKs and its command line.
    private void openFga(ServerBuilder plan) {
        var access = new StoreAccess(permissions.stores, permissions.rights);
        var questions = new StoreQuestions(permissions.questions);
        var relationships = permissions.relationships;
        var assertions = new Assertions(ground.database, ground.audit, permissions.models);
        plan.mount(new StoreEndpoint(permissions.stores, access, administer, known)::mount)
                .mount(new StoreModelEndpoint(access, permissions.models, known)::mount)
                .mount(new TupleEndpoint(
                        access, new TupleWrites(relationships, permissions.models), relationships, known)::mount)
                .mount(new TupleChangeEndpoint(access, relationships, known)::mount)
                .mount(new QueryEndpoint(access, questions, known)::mount)
                .mount(new BatchCheckEndpoint(access, questions, known)::mount)
                .mount(new ListEndpoint(access, questions, known)::mount)
                .mount(new AssertionEndpoint(access, assertions, known)::mount);
    }

    /// How much memory answers questions, and how many it did not.
    Metrics figures() {
        var snapshots = permissions.snapshots;
        var figures = new Metrics();
        figures.gauge("permissions_memory_bytes", "Memory of relationships.", snapshots::bytesInMemory);
        figures.gauge(
                "permissions_memory_tenants", "Tenants whose relationships are in memory.", snapshots::tenantsInMemory);
        var name = "permissions_questions_total";
        var help = "Questions by what answered them.";
        figures.counter(name, help, snapshots::answeredFromMemory, "by", "memory");
        figures.counter(name, help, snapshots::answeredFromDatabase, "by", "database");
        return figures;
    }
}
