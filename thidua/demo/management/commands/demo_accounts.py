from django.core.management.base import BaseCommand

from thidua.accounts.permissions import ROLES
from thidua.demo.tenants import OFFICES, PASSWORD, account_of


class Command(BaseCommand):
    help = "In các tài khoản trình diễn."

    def handle(self, *args, **options):
        self.stdout.write(f"Tài khoản trình diễn (mật khẩu: {PASSWORD})")
        for office in OFFICES:
            self.stdout.write(f"  {office.name}: /{office.slug}/")
            for role in ROLES.values():
                self.stdout.write(f"    {account_of(role.code, office.slug):40} {role.label}")
