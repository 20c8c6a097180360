from allauth.account.adapter import DefaultAccountAdapter


class OfficeAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator of the office; nobody signs up by themselves."""

    def is_open_for_signup(self, request):
        return False
