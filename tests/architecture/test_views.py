"""Every address says who may open it."""

from tests.support.urls import addresses, tenant_pages
from thidua.accounts.permissions import Permission

PUBLIC = {"home", "healthz", "readyz"}
# Pages of allauth: they guard themselves, and belong to no tenant.
ALLAUTH = {
    "account_change_password",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_set_password",
    "account_signup",
    "mfa_activate_totp",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
    "socialaccount_connections",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "socialaccount_signup",
}


def test_each_view_of_ours_declares_its_permission():
    assert [
        address.name for address in addresses() if address.is_ours and not hasattr(address.view, "permission")
    ] == []


def test_only_these_pages_are_public():
    assert {a.name for a in addresses() if a.is_ours and getattr(a.view, "permission", 0) is None} == PUBLIC


def test_nothing_inside_a_tenant_is_public_or_somebody_elses():
    wrong = [a.name for a in tenant_pages() if not a.is_ours or not isinstance(a.view.permission, Permission)]
    assert wrong == []


def test_the_pages_of_others_are_these():
    # Those without a name are redirects from addresses that allauth used to have.
    assert {a.name for a in addresses() if not a.is_ours and a.name} == ALLAUTH


def test_each_address_has_one_name():
    names = [address.name for address in addresses() if address.is_ours]
    assert sorted(names) == sorted(set(names))


def test_each_permission_is_asked_somewhere():
    """A permission that no page and no step asks for is a promise that nobody keeps."""
    from campaigns.workflow import CAMPAIGN
    from dossiers.workflow import DECISION, DOSSIER

    asked = {a.view.permission for a in tenant_pages()}
    asked |= {step.permission for workflow in (CAMPAIGN, DOSSIER, DECISION) for step in workflow.steps}
    assert set(Permission) - asked == NOT_YET


# Rights that stand in the catalogue for pages still to come.
NOT_YET = {Permission.SEE_REPORTS, Permission.WRITE_AGENCIES}
