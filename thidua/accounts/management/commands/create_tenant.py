from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import Membership, User
from thidua.agencies.actions import found_agency
from thidua.agencies.enums import AgencyKind
from thidua.tenancy.models import Tenant
from thidua.tenancy.scope import tenant_scope

TAKEN_SLUGS = {"tai-khoan", "dang-nhap", "dang-xuat", "static", "healthz", "readyz"}


class Command(BaseCommand):
    help = "Tạo một hệ thống cơ quan với cơ quan chủ trì và người quản trị đầu tiên."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="mã đường dẫn, ví dụ snv-khanhhoa")
        parser.add_argument("name", help="tên đầy đủ của cơ quan")
        parser.add_argument("email", help="thư điện tử của người quản trị")
        parser.add_argument("--symbol", default="SNV", help="ký hiệu văn bản, ví dụ SNV")

    @transaction.atomic
    def handle(self, *, slug, name, email, symbol, **options):
        if slug in TAKEN_SLUGS or Tenant.objects.filter(slug=slug).exists():
            raise CommandError(f"Mã «{slug}» đã được dùng; hãy chọn mã khác.")
        tenant = Tenant(slug=slug, name=name, short_name=name[:60])
        tenant.full_clean()
        tenant.save()
        today = timezone.localdate()
        with tenant_scope(tenant):
            agency = found_agency(
                code="so", position=1, valid_from=today, legal_name=name, symbol=symbol, kind=AgencyKind.DEPARTMENT
            )
            user = User.objects.filter(email=email.lower()).first()
            user = user or User.objects.create_user(email, full_name="Quản trị hệ thống")
            Membership.objects.create(user=user, agency=agency, roles=["quantri"], valid_from=today)
        self.stdout.write(f"Đã tạo /{slug}/. {email} chọn «Quên mật khẩu» ở trang đăng nhập để đặt mật khẩu.")
