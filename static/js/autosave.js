// <form data-autosave-url="…"> with a hidden `revision`: saves while one types; nothing typed is ever lost.
//
// The server answers 200 {revision, saved_at?}, 409 {message, changed_by, changed_at, revision, server_values},
// 400/422 {errors: {field: [sentence]}} or sends to the sign-in page. Before each try the words are copied to this
// machine; the copy goes only when the server has the same ones.

import { clock, element, isSignedOut, jsonOf, post, signInUrl } from "./http.js";
import { Draft, fill, sameValues, valuesOf } from "./drafts.js";

const PAUSE = 800;
const TRY_AGAIN = 15000;

class Autosave {
  constructor(form) {
    this.form = form;
    this.draft = new Draft(form.dataset.autosaveUrl);
    this.saved = valuesOf(form);
    this.status = form.querySelector("[data-autosave-status]") ?? this.addStatus();
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    addEventListener("online", () => this.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.save({ keepalive: true }));
    this.offerDraft();
  }

  addStatus() {
    const status = element("p", { class: "autosave", role: "status" });
    this.form.prepend(status);
    return status;
  }

  say(state, ...words) {
    this.status.dataset.state = state;
    this.status.replaceChildren(...words);
  }

  changed() {
    this.draft.write(valuesOf(this.form));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  async save({ keepalive = false } = {}) {
    const values = valuesOf(this.form);
    if (this.conflict || sameValues(values, this.saved)) return;
    if (this.busy) {
      this.changed();
      return;
    }
    this.busy = true;
    clearTimeout(this.timer);
    this.say("busy", "Đang lưu…");
    try {
      await this.answered(await post(this.form.dataset.autosaveUrl, this.body(), { form: this.form, keepalive }), values);
    } catch {
      this.say("offline", "Mất kết nối – nội dung được giữ trên máy này");
      this.timer = setTimeout(() => this.save(), TRY_AGAIN);
    } finally {
      this.busy = false;
    }
  }

  body() {
    const data = new FormData(this.form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name); // files travel on their own
    return new URLSearchParams(data);
  }

  async answered(response, values) {
    if (isSignedOut(response)) return this.signedOut();
    const answer = await jsonOf(response);
    if (response.ok) return this.done(answer, values);
    if (response.status === 409) return this.showConflict(answer);
    if (response.status === 400 || response.status === 422) {
      const sentences = Object.values(answer.errors ?? {}).flat();
      return this.say("error", `Chưa lưu được: ${sentences.join(" ") || answer.error || "có chỗ chưa hợp lệ."}`);
    }
    this.say("error", "Máy chủ chưa lưu được – nội dung được giữ trên máy này");
    this.timer = setTimeout(() => this.save(), TRY_AGAIN);
  }

  done(answer, values) {
    this.saved = values;
    this.revision(answer.revision);
    if (sameValues(values, valuesOf(this.form))) this.draft.forget();
    this.say("done", `Đã lưu lúc ${clock(answer.saved_at)}`);
    this.form.dispatchEvent(new CustomEvent("autosaved", { detail: answer, bubbles: true }));
  }

  revision(number) {
    const field = this.form.elements.revision;
    if (field && number != null) field.value = number;
  }

  signedOut() {
    const link = element("a", { href: signInUrl(), target: "_blank" }, "Đăng nhập lại");
    this.say("error", "Phiên làm việc đã hết – nội dung được giữ trên máy này. ", link, " rồi gõ tiếp ở đây.");
  }

  // --- a copy from before ---

  offerDraft() {
    const draft = this.draft.read();
    if (!draft) return;
    if (sameValues(draft.values, this.saved)) {
      this.draft.forget();
      return;
    }
    const day = new Date(draft.at).toLocaleDateString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });
    const box = element("div", { class: "notice notice-warning", role: "alert" },
      element("div", {}, `Trên máy này còn nội dung bạn gõ lúc ${clock(draft.at)} ngày ${day} mà máy chủ chưa có. `),
      this.button("Khôi phục", () => { fill(this.form, draft.values); box.remove(); this.changed(); }),
      this.button("Bỏ", () => { this.draft.forget(); box.remove(); }));
    this.form.prepend(box);
  }

  button(words, act) {
    return element("button", { type: "button", class: "btn btn-sm btn-outline-secondary", onclick: act }, words);
  }

  // --- somebody else was faster ---

  showConflict(answer) {
    this.conflict = true;
    const mine = valuesOf(this.form);
    const theirs = answer.server_values ?? {};
    const changed = Object.keys(theirs).filter((name) => String(theirs[name] ?? "") !== String(mine[name] ?? ""));
    const box = element("div", { class: "conflict", role: "alert", tabindex: "-1" },
      element("p", {}, element("strong", {}, answer.message || "Có người vừa sửa nội dung này.")),
      element("p", {}, `${answer.changed_by ?? "Người khác"} đã lưu lúc ${clock(answer.changed_at)}. Nội dung bạn gõ vẫn còn nguyên; hãy chọn cho từng chỗ.`),
      element("ul", {}, ...changed.map((name) => this.difference(name, theirs[name]))),
      this.button("Giữ nội dung của tôi", () => this.resolve(box, answer)),
      this.button("Lấy toàn bộ nội dung mới", () => {
        for (const name of changed) this.take(name, theirs[name]);
        this.resolve(box, answer);
      }));
    this.say("error", "Chưa lưu: có người vừa sửa");
    this.form.prepend(box);
    box.focus();
  }

  difference(name, value) {
    const item = element("li", {}, element("strong", {}, this.labelOf(name)), element("blockquote", {}, String(value ?? "(trống)")));
    item.append(this.button("Lấy nội dung này", () => { this.take(name, value); item.remove(); }));
    return item;
  }

  labelOf(name) {
    const control = this.form.elements[name];
    return control?.labels?.[0]?.textContent.replace("*", "").trim() || name;
  }

  take(name, value) {
    const wanted = [value ?? ""].flat().map(String);
    fill(this.form, { ...valuesOf(this.form), [name]: wanted });
  }

  resolve(box, answer) {
    box.remove();
    this.conflict = false;
    this.revision(answer.revision);
    this.saved = answer.server_values ? { ...valuesOf(this.form), ...answer.server_values } : {};
    if (sameValues(valuesOf(this.form), this.saved)) {
      this.draft.forget();
      this.say("done", "Đã lấy nội dung mới");
    } else {
      this.changed();
    }
  }
}

function start(root) {
  for (const form of root.querySelectorAll("form[data-autosave-url]:not([data-autosave-on])")) {
    form.dataset.autosaveOn = ""; // htmx announces the page, too: no form is watched twice
    new Autosave(form);
  }
}

start(document);
document.addEventListener("htmx:load", (event) => start(event.target.parentNode ?? document));
