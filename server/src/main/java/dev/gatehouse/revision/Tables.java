package dev.gatehouse.revision;

import dev.gatehouse.account.AccountTable;
import dev.gatehouse.account.CredentialTable;
import dev.gatehouse.account.FamiliarTable;
import dev.gatehouse.account.InvitationTable;
import dev.gatehouse.account.SetupTable;
import dev.gatehouse.account.ThrottleTable;
import dev.gatehouse.audit.AuditTable;
import dev.gatehouse.audit.ChainTable;
import dev.gatehouse.authorize.PushedRequestTable;
import dev.gatehouse.client.ClientTable;
import dev.gatehouse.client.SecretTable;
import dev.gatehouse.consent.ConsentTable;
import dev.gatehouse.device.DeviceCodeTable;
import dev.gatehouse.group.GroupTable;
import dev.gatehouse.key.KeyTable;
import dev.gatehouse.logout.DeliveryTable;
import dev.gatehouse.mapper.Table;
import dev.gatehouse.model.ModelTable;
import dev.gatehouse.notice.NoticeTable;
import dev.gatehouse.openfga.AssertionTable;
import dev.gatehouse.registration.ClientRegistrationTable;
import dev.gatehouse.registration.InitialAccessTokenTable;
import dev.gatehouse.relation.ChangeTable;
import dev.gatehouse.relation.HeadTable;
import dev.gatehouse.relation.KindTable;
import dev.gatehouse.relation.RelationshipTable;
import dev.gatehouse.replay.ReplayTable;
import dev.gatehouse.role.RoleTable;
import dev.gatehouse.session.SessionTable;
import dev.gatehouse.session.TicketTable;
import dev.gatehouse.tenant.TenantTable;
import dev.gatehouse.token.AuthorizationCodeTable;
import dev.gatehouse.token.ClientRefreshTokenTable;
import dev.gatehouse.token.OpaqueTokenTable;
import dev.gatehouse.token.ParticipantTable;
import dev.gatehouse.token.RefreshTokenTable;
import dev.gatehouse.token.RevokedTokenTable;
import dev.gatehouse.token.TokenFamilyTable;
import java.util.List;

/// Every table that the house declares, those first that others refer to. `revision --autogenerate` compares
/// them with the database.
public final class Tables {

    public static final List<Table> ALL = List.of(
            TenantTable.TENANT,
            ChainTable.AUDIT_CHAIN,
            AuditTable.AUDIT_RECORD,
            NoticeTable.NOTICE,
            ReplayTable.REPLAY,
            ModelTable.AUTHORIZATION_MODEL,
            AssertionTable.MODEL_ASSERTIONS,
            HeadTable.RELATIONSHIP_HEAD,
            RelationshipTable.RELATIONSHIP,
            KindTable.RELATIONSHIP_KIND,
            ChangeTable.RELATIONSHIP_CHANGE,
            KeyTable.SIGNING_KEY,
            ClientTable.CLIENT,
            SecretTable.CLIENT_SECRET,
            InitialAccessTokenTable.INITIAL_ACCESS_TOKEN,
            ClientRegistrationTable.CLIENT_REGISTRATION,
            AccountTable.ACCOUNT,
            CredentialTable.PASSWORD_CREDENTIAL,
            InvitationTable.INVITATION,
            SetupTable.SETUP_CODE,
            ThrottleTable.THROTTLE,
            FamiliarTable.FAMILIAR_ADDRESS,
            GroupTable.PERSON_GROUP,
            RoleTable.ROLE,
            SessionTable.SESSION,
            TicketTable.TICKET,
            RefreshTokenTable.REFRESH_TOKEN,
            PushedRequestTable.PUSHED_REQUEST,
            ConsentTable.CONSENT,
            TokenFamilyTable.TOKEN_FAMILY,
            ParticipantTable.SESSION_CLIENT,
            DeliveryTable.LOGOUT_DELIVERY,
            AuthorizationCodeTable.AUTHORIZATION_CODE,
            ClientRefreshTokenTable.CLIENT_REFRESH_TOKEN,
            OpaqueTokenTable.OPAQUE_ACCESS_TOKEN,
            RevokedTokenTable.REVOKED_TOKEN,
            DeviceCodeTable.DEVICE_CODE);

    private Tables() {}
}
