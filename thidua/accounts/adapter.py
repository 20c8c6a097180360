"""Sign-in as offices use it: no signing up by oneself, and every sentence in Vietnamese (allauth has no catalogue)."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class OfficeAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator of the office."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Tài khoản này đã ngừng hoạt động; hãy liên hệ người quản trị của cơ quan.",
        "email_password_mismatch": "Thư điện tử hoặc mật khẩu không đúng. Kiểm tra lại, hoặc chọn «Quên mật khẩu».",
        "enter_current_password": "Hãy nhập mật khẩu hiện tại.",
        "incorrect_code": "Mã xác thực không đúng hoặc đã hết hạn.",
        "incorrect_password": "Mật khẩu không đúng.",
        "invalid_or_expired_key": "Đường dẫn không đúng hoặc đã hết hạn.",
        "invalid_login": "Thư điện tử hoặc mật khẩu không đúng.",
        "invalid_password_reset": "Đường dẫn đặt lại mật khẩu không đúng hoặc đã hết hạn; hãy yêu cầu đường dẫn mới.",
        "too_many_login_attempts": "Đăng nhập sai quá nhiều lần. Hãy đợi ít phút rồi thử lại.",
        "unknown_email": "Thư điện tử này chưa có tài khoản; hãy liên hệ người quản trị của cơ quan.",
        "same_as_current": "Giá trị mới phải khác giá trị hiện tại.",
        "rate_limited": "Anh/chị thao tác quá nhanh; hãy đợi ít phút rồi thử lại.",
    }

    def is_open_for_signup(self, request):
        return False


class OfficeMFAAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": "Không thêm được thư điện tử khi đang bật xác thực hai lớp.",
        "cannot_delete_authenticator": "Không tắt được xác thực hai lớp.",
        "cannot_generate_recovery_codes": "Hãy bật xác thực hai lớp trước khi tạo mã dự phòng.",
        "incorrect_code": "Mã xác thực không đúng hoặc đã hết hạn.",
        "unverified_email": "Thư điện tử chưa được xác minh nên chưa bật được xác thực hai lớp.",
    }
