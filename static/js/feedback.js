// htmx is silent when a request fails; people are not to wonder why nothing happened.

import { element, signInUrl } from "./http.js";

function tell(...words) {
  const icon = element("i", { class: "bi bi-exclamation-triangle-fill", "aria-hidden": "true" });
  const notice = element("div", { class: "notice notice-warning", "data-from": "htmx" }, icon, element("div", {}, ...words));
  const box = document.getElementById("messages");
  box?.querySelector("[data-from=htmx]")?.remove();
  box?.append(notice);
}

document.addEventListener("htmx:sendError", () => tell("Mất kết nối với máy chủ. Nội dung trên trang vẫn còn; hãy thử lại khi có mạng."));

document.addEventListener("htmx:responseError", ({ detail }) => {
  const status = detail.xhr.status;
  if (status === 403) tell("Bạn chưa được phép làm việc này.");
  else if (status === 404) tell("Nội dung này không còn. Hãy tải lại trang.");
  else tell("Máy chủ chưa làm được việc này. Hãy thử lại; nếu vẫn lỗi, xin báo Văn phòng hỗ trợ.");
});

// A session that ended answers with the sign-in page; it must not land inside a table.
document.addEventListener("htmx:beforeSwap", (event) => {
  const url = event.detail.xhr.responseURL;
  if (!url || !new URL(url).pathname.startsWith("/dang-nhap/")) return;
  event.detail.shouldSwap = false;
  tell("Phiên làm việc đã hết. ", element("a", { href: signInUrl() }, "Đăng nhập lại"));
});
