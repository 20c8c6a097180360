from thidua.tenancy.models import Tenant

NAMES = {
    "snv-khanhhoa": ("Sở Nội vụ tỉnh Khánh Hòa", "SNV Khánh Hòa", "Khánh Hòa"),
    "snv-soctrang": ("Sở Nội vụ tỉnh Sóc Trăng", "SNV Sóc Trăng", "Sóc Trăng"),
}


def tenant(slug):
    name, short_name, _place = NAMES[slug]
    return Tenant.objects.create(
        slug=slug, name=name, short_name=short_name, support_office="Văn phòng Sở", support_phone="0258 3822 123"
    )


def place_of(tenant):
    return NAMES[tenant.slug][2]
