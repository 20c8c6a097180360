from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand
from django.db import transaction

from thidua.demo.khanh_hoa import KhanhHoa
from thidua.demo.other_offices import LIVES
from thidua.demo.tenants import KHANH_HOA, OFFICES, PASSWORD, load_office
from thidua.tenancy.scope import tenant_scope


class Command(BaseCommand):
    help = "Nạp dữ liệu trình diễn: năm hệ thống cơ quan, phong trào ở mọi giai đoạn. Chạy lại thì giữ nguyên dữ liệu."

    @transaction.atomic
    def handle(self, *args, **options):
        password = make_password(PASSWORD)  # hashed once: the accounts of the demo share it
        for office in OFFICES:
            tenant, is_new = load_office(office, password)
            if is_new:
                with tenant_scope(tenant):
                    live = KhanhHoa().load if office is KHANH_HOA else LIVES[office.slug]
                    live()
            self.stdout.write(f"{office.slug}: {'đã nạp' if is_new else 'đã có'}")
