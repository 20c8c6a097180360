"""Người dùng, vai trò; acting in another post; help."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from ..actions import add_member, change_member
from ..forms import MemberForm, NewMemberForm
from ..middleware import ACTING_AS
from ..models import Membership
from ..pages import BOTH, WRITE, page
from ..permissions import ROLES, Permission


def _members():
    return Membership.objects.select_related("user", "agency__current", "person")


@page(Permission.MANAGE_USERS)
def member_list(request):
    listing = Paginator(_members().order_by("agency__position", "user__full_name"), 50).get_page(
        request.GET.get("page")
    )
    for member in listing:
        member.role_labels = ", ".join(ROLES[code].label for code in member.roles)
    return render(request, "accounts/member_list.html", {"page_obj": listing})


@page(Permission.MANAGE_USERS, methods=BOTH)
def member_create(request):
    form = NewMemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        member = add_member(by=request.actor, **form.cleaned_data)
        messages.success(
            request, f"Đã thêm {member.user}. Người dùng chọn «Quên mật khẩu» ở trang đăng nhập để đặt mật khẩu."
        )
        return redirect("member_list", tenant=request.tenant.slug)
    return render(request, "accounts/member_form.html", {"form": form, "title": "Thêm người dùng"})


@page(Permission.MANAGE_USERS, methods=BOTH)
def member_edit(request, membership_id):
    member = get_object_or_404(_members(), pk=membership_id)
    form = MemberForm(request.POST or None, instance=member)
    if request.method == "POST" and form.is_valid():
        change_member(by=request.actor, form=form)
        messages.success(request, f"Đã lưu vai trò của {member.user}.")
        return redirect("member_list", tenant=request.tenant.slug)
    return render(request, "accounts/member_form.html", {"form": form, "title": f"Vai trò của {member.user}"})


@page(Permission.SEE_HOME)
def role_list(request):
    return render(request, "accounts/role_list.html", {"roles": ROLES.values()})


@page(Permission.SEE_HOME, methods=WRITE)
def act_as(request, membership_id):
    """Work in another of the own posts."""
    member = get_object_or_404(Membership, pk=membership_id, user=request.user)
    request.session[ACTING_AS] = {**request.session.get(ACTING_AS, {}), request.tenant.slug: member.pk}
    return redirect("tenant_home", tenant=request.tenant.slug)


@page(Permission.SEE_HOME)
def help_page(request):
    return render(request, "accounts/help.html", {"roles": ROLES.values(), "mine": request.actor.roles})
