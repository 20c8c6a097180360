"""Every model belongs to a tenant, or says why not."""

from django.apps import apps

from thidua.tenancy.models import TenantOwned

BELONGS_TO_NOBODY = {
    "tenancy.Tenant": "it is the tenant",
    "accounts.User": "signs in before any tenant is known, and may belong to several",
    "jobs.WorkerHeartbeat": "one worker serves all tenants",
    "awards.Award": "national law, read only",
    "awards.BaseSalary": "national law, read only",
    "awards.BonusRate": "national law, read only",
    "awards.LegalRegime": "national law, read only",
    "awards.ReportForm": "national law, read only",
    "awards.VoteRule": "national law, read only",
    "account.EmailAddress": "allauth: addresses of users",
    "account.EmailConfirmation": "allauth: addresses of users",
    "mfa.Authenticator": "allauth: second factors of users",
    "socialaccount.SocialAccount": "allauth: accounts of users elsewhere, unused until SSO is switched on",
    "socialaccount.SocialApp": "allauth: unused until SSO is switched on",
    "socialaccount.SocialToken": "allauth: unused until SSO is switched on",
    "auth.Permission": "Django's own, unused: rights come from memberships",
    "auth.Group": "Django's own, unused: rights come from memberships",
    "auth.Group_permissions": "Django's own, unused: rights come from memberships",
    "contenttypes.ContentType": "Django's own list of models",
    "sessions.Session": "opened before any tenant is known",
}


def test_every_model_belongs_to_a_tenant_or_says_why_not():
    """Equality: a model that is gone, or that belongs to a tenant by now, must leave the list."""
    others = {
        model._meta.label for model in apps.get_models(include_auto_created=True) if not issubclass(model, TenantOwned)
    }
    assert others == set(BELONGS_TO_NOBODY)
