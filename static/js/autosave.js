// <form data-autosave-url="…"> with a hidden `revision`: saves while one types; nothing typed is ever lost.
//
// The server answers 200 {revision, saved_at?}, 409 {message, changed_by, changed_at, revision, server_values},
// 400/422 {errors: {field: [sentence]}} or sends to the sign-in page. Before each try the words are copied to this
// machine; the copy goes only when the server has the same ones.

import { clock, element, isSignedOut, jsonOf, post, signInUrl } from "./http.js";
import { Draft, fill, sameValues, valuesOf } from "./drafts.js";

const PAUSE = 800;
const TRY_AGAIN = 15000;
const STAYED = 20000; // a download answers without leaving the page: saving must go on
const MARK = /-DELETE$/;
const SAVED = "#da-luu";

function withoutMarks(values) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !MARK.test(name)));
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosaveUrl;
    this.draft = new Draft(this.url ?? form.dataset.keepUrl);
    this.saved = "unsaved" in form.dataset ? {} : valuesOf(form);
    this.status = form.querySelector("[data-autosave-status]") ?? this.addStatus();
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    addEventListener("online", () => this.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.left());
    form.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("pageshow", () => { this.sent = false; });
    if ("leaveGuard" in form.dataset) this.guard();
    if ("unsaved" in form.dataset) this.draft.write(valuesOf(form), this.form.elements.revision?.value);
    else this.offerDraft();
  }

  // Rows without an id would be made twice if the answer never came: they wait for the next visit.
  left() {
    if (!this.form.matches("[data-outline]")) this.save({ keepalive: true });
  }

  get isUnsaved() {
    return !sameValues(valuesOf(this.form), this.saved);
  }

  guard() {
    addEventListener("beforeunload", (event) => {
      if (this.isUnsaved && !this.sent) event.preventDefault();
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      const here = !link || link.target || link.origin !== location.origin || link.pathname === location.pathname;
      if (here || event.ctrlKey || event.metaKey || event.shiftKey || !this.url || !this.isUnsaved) return;
      event.preventDefault();
      this.flush().then(() => location.assign(link.href));
    });
  }

  // The button waits for a save under way and lets none follow: otherwise the page would find itself outdated by
  // its own autosave.
  submitted(event) {
    if (event.defaultPrevented) return;
    clearTimeout(this.timer);
    if (this.busy) {
      event.preventDefault();
      this.busy.then(() => this.form.requestSubmit(event.submitter));
      return;
    }
    this.sent = true;
    setTimeout(() => this.stayed(), STAYED);
  }

  stayed() {
    this.sent = false;
    if (this.isUnsaved) this.changed();
  }

  async flush() {
    await this.busy;
    await this.save();
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
    this.draft.write(valuesOf(this.form), this.form.elements.revision?.value);
    clearTimeout(this.timer);
    if (this.url) this.timer = setTimeout(() => this.save(), PAUSE);
    else if (this.isUnsaved) this.say("offline", "Chưa lưu – giữ trên máy này đến khi bấm nút lưu");
    else this.say("", "");
  }

  async save({ keepalive = false } = {}) {
    const values = withoutMarks(valuesOf(this.form));
    if (!this.url || this.conflict || this.sent || sameValues(values, this.saved)) return;
    if (this.busy) {
      this.changed();
      return;
    }
    clearTimeout(this.timer);
    this.say("busy", "Đang lưu…");
    this.busy = this.send(values, keepalive);
    await this.busy;
  }

  async send(values, keepalive) {
    try {
      await this.answered(await post(this.url, this.body(), { form: this.form, keepalive }), values);
    } catch {
      this.say("offline", "Mất kết nối – nội dung được giữ trên máy này");
      this.timer = setTimeout(() => this.save(), TRY_AGAIN);
    } finally {
      this.busy = null;
    }
  }

  body() {
    const data = new FormData(this.form);
    for (const [name, value] of [...data]) {
      if (value instanceof File || MARK.test(name)) data.delete(name); // files travel on their own
    }
    return new URLSearchParams(data);
  }

  async answered(response, values) {
    if (isSignedOut(response)) return this.signedOut();
    const answer = await jsonOf(response);
    if (response.ok) return this.done(answer, values);
    if (response.status === 409) return this.showConflict(answer);
    if (response.status === 400 || response.status === 422) {
      const sentences = this.inRows(answer.errors) ?? Object.values(answer.errors ?? {}).flat();
      this.form.dispatchEvent(new CustomEvent("autosave-refused", { detail: answer.errors ?? {}, bubbles: true }));
      return this.say("error", `Chưa lưu được: ${sentences.join(" ") || answer.error || "có chỗ chưa hợp lệ."}`);
    }
    this.say("error", "Máy chủ chưa lưu được – nội dung được giữ trên máy này");
    this.timer = setTimeout(() => this.save(), TRY_AGAIN);
  }

  // Rows show their own sentences; while one still types in a new row, they are nothing to be alarmed about.
  inRows(errors) {
    const rows = this.form.matches("[data-outline]") && Object.keys(errors ?? {}).every(Boolean);
    return rows ? ["còn dòng chưa đủ; nội dung được giữ trên máy này."] : null;
  }

  done(answer, values) {
    this.saved = values;
    this.revision(answer.revision);
    if (!this.isUnsaved) this.draft.forget();
    const marked = sameValues(values, valuesOf(this.form)) ? "" : " – dòng đánh dấu bỏ chờ bấm nút lưu";
    this.say("done", `Đã lưu lúc ${clock(answer.saved_at)}${sameValues(values, withoutMarks(valuesOf(this.form))) ? marked : ""}`);
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
    if (location.hash === SAVED) { // the page answers a save: the copy has done its work
      this.draft.forget();
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    const draft = this.draft.read();
    if (!draft) return;
    if (sameValues(draft.values, this.saved)) {
      this.draft.forget();
      return;
    }
    const day = new Date(draft.at).toLocaleDateString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });
    const box = element("div", { class: "notice notice-warning", role: "alert" },
      element("div", {}, `Trên máy này còn nội dung bạn gõ lúc ${clock(draft.at)} ngày ${day} mà máy chủ chưa có. `),
      this.button("Khôi phục", () => { this.restore(draft); box.remove(); }),
      this.button("Bỏ", () => { this.draft.forget(); box.remove(); }));
    this.form.prepend(box);
  }

  restore(draft) {
    this.form.dispatchEvent(new CustomEvent("draft-filling", { detail: draft.values }));
    fill(this.form, draft.values);
    this.revision(draft.revision);
    this.form.dispatchEvent(new CustomEvent("draft-filled"));
    this.changed();
  }

  button(words, act) {
    return element("button", { type: "button", class: "btn btn-sm btn-outline-secondary", onclick: act }, words);
  }

  // --- somebody else was faster ---

  showConflict(answer) {
    this.conflict = true;
    if (answer.differences) return this.showDifferences(answer);
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

  // What a colleague saved is told in words: the rows of the page may not be theirs any more.
  showDifferences(answer) {
    const when = answer.changed_at ? ` lúc ${clock(answer.changed_at)}` : "";
    const box = element("div", { class: "conflict", role: "alert", tabindex: "-1" },
      element("p", {}, element("strong", {}, `Chưa lưu: ${answer.changed_by} đã sửa phần này${when}, sau khi bạn mở trang.`)),
      element("ul", { class: "changes" }, ...answer.differences.map(({ what, before, after }) => element("li", {},
        element("strong", {}, what), before || after ? ": " : "", before ? element("del", {}, before) : null,
        before && after ? " → " : "", after ? element("ins", {}, after) : null))),
      this.button("Lưu đè bằng nội dung của tôi", () => {
        box.remove();
        this.conflict = false;
        this.revision(answer.revision);
        this.save();
      }),
      this.button("Bỏ nội dung của tôi, lấy nội dung mới", () => {
        this.sent = true;
        this.draft.forget();
        location.reload();
      }));
    this.say("error", "Chưa lưu: đồng nghiệp vừa sửa phần này");
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
  for (const form of root.querySelectorAll("form:is([data-autosave-url], [data-keep-url]):not([data-autosave-on])")) {
    form.dataset.autosaveOn = ""; // htmx announces the page, too: no form is watched twice
    new Autosave(form);
  }
}

start(document);
document.addEventListener("htmx:load", (event) => start(event.target.parentNode ?? document));
