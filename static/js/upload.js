// <input type="file" data-upload-url="…">: each file goes at once and on its own, apart from the form around it.
// The server answers 200/201 {name, url, size?} or an error {error}. When all is done, `upload:done` bubbles up,
// so that htmx can refresh a list: hx-trigger="upload:done from:body".

import { csrfToken, element, signInUrl } from "./http.js";

const MAX_BYTES = 20 * 1024 * 1024;

function listOf(input) {
  const near = input.closest("form, .upload")?.querySelector("[data-upload-list]");
  if (near) return near;
  const list = element("ul", { class: "files", "aria-live": "polite" });
  input.after(list);
  return list;
}

function lineFor(file) {
  const bar = element("progress", { max: 100, value: 0, "aria-label": `Đang tải ${file.name}` });
  const words = element("span", { class: "text-quiet" }, "Đang tải lên…");
  const name = element("span", {}, file.name);
  const body = element("div", { class: "file-words" }, name, words, bar);
  const icon = element("i", { class: "bi bi-file-earmark", "aria-hidden": "true" });
  return { line: element("li", {}, icon, body), bar, words, name };
}

// fetch cannot tell how far an upload is, so this one request is an XMLHttpRequest.
function send(url, name, file, token, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const data = new FormData();
    data.append(name, file);
    request.open("POST", url);
    request.setRequestHeader("X-CSRFToken", token);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener("load", () => resolve(request));
    request.addEventListener("error", () => resolve(null));
    request.send(data);
  });
}

function answerOf(request) {
  if (!request) return { error: "Mất kết nối; hãy chọn lại tệp khi có mạng." };
  try {
    const answer = JSON.parse(request.responseText);
    return request.status < 300 ? answer : { error: answer.error ?? "Máy chủ không nhận tệp này." };
  } catch {
    const signedOut = request.status === 401 || new URL(request.responseURL).pathname.startsWith("/dang-nhap/");
    if (signedOut) return { error: "Phiên làm việc đã hết.", link: signInUrl() };
    return { error: request.status === 413 ? "Tệp lớn hơn mức cho phép." : "Máy chủ không nhận tệp này." };
  }
}

async function upload(input, file, list) {
  const { line, bar, words, name } = lineFor(file);
  list.append(line);
  const limit = Number(input.dataset.uploadMax) || MAX_BYTES;
  const tooBig = file.size > limit && { error: `Tệp lớn hơn ${Math.round(limit / 1024 / 1024)} MB.` };
  const token = csrfToken(input.form);
  const answer = tooBig || answerOf(await send(input.dataset.uploadUrl, input.dataset.uploadName || input.name || "file", file, token, (part) => { bar.value = part * 100; }));
  bar.remove();
  if (answer.error) {
    line.classList.add("file-failed");
    words.replaceChildren(answer.error);
    if (answer.link) words.append(" ", element("a", { href: answer.link, target: "_blank" }, "Đăng nhập lại"));
    return false;
  }
  if (answer.url) name.replaceWith(element("a", { href: answer.url }, answer.name ?? file.name));
  words.textContent = "Đã tải lên";
  return true;
}

async function uploadAll(input, files) {
  const list = listOf(input);
  let any = false;
  for (const file of files) any = (await upload(input, file, list)) || any; // one after another: office lines are thin
  if (any) input.dispatchEvent(new CustomEvent("upload:done", { bubbles: true }));
}

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("input[type=file][data-upload-url]")) return;
  const files = [...target.files];
  target.value = ""; // the form around it must not send them a second time
  uploadAll(target, files);
});

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.(".dropzone");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("is-over", kind === "dragover");
    if (kind === "drop") uploadAll(zone.querySelector("input[type=file]"), [...event.dataTransfer.files]);
  });
}
