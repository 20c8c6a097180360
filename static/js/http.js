// What every request of ours carries, and how we notice that the session has ended.

export function csrfToken(form) {
  const field = form?.querySelector("input[name=csrfmiddlewaretoken]");
  if (field) return field.value;
  return document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/)?.[1] ?? "";
}

export function signInUrl() {
  return `/dang-nhap/?next=${encodeURIComponent(location.pathname + location.search)}`;
}

export async function post(url, body, { form, keepalive = false } = {}) {
  return fetch(url, {
    method: "POST",
    body,
    keepalive,
    redirect: "manual", // a redirect here can only be the way to the sign-in page
    headers: { "X-CSRFToken": csrfToken(form), "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
  });
}

export function isSignedOut(response) {
  return response.type === "opaqueredirect" || response.status === 401;
}

export async function jsonOf(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

export function clock(moment = new Date()) {
  return new Date(moment).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
}

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}
