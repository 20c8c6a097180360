// <form data-outline='{"line", "sides", "needs"}' data-prefix>: the rows of a part as lines of which one is open.
//
// Patterns such as «{quota} suất» are filled with what the fields say (campaigns/forms/outline.py fills the same ones);
// `needs` {field: {choice: pattern}} also tells which fields a choice shows. Without this script all rows can be
// opened, all fields are shown, and an empty row stands at the end.

import { element } from "./http.js";

const FIELD = /\{(\w+)\}/g;

function wordsOf(controls) {
  const [first] = controls;
  if (!first) return "";
  if (first.tagName === "SELECT") return first.value ? [...first.selectedOptions].map((option) => option.text).join(", ") : "";
  if (first.type === "checkbox") {
    return controls.filter((control) => control.checked).map((control) => control.labels[0]?.textContent.trim() ?? "").join(", ");
  }
  return first.value.trim().split("\n").join("; ");
}

class Row {
  constructor(part, box) {
    Object.assign(this, { part, box, prefix: box.dataset.row, details: box.querySelector("details") });
  }

  controls(name) {
    return [...this.box.querySelectorAll(`[name="${this.prefix}-${name}"]`)];
  }

  value(name) {
    return this.controls(name)[0]?.value ?? "";
  }

  words(pattern) {
    const said = [...pattern.matchAll(FIELD)].map(([, name]) => wordsOf(this.controls(name)));
    if (!said.some(Boolean)) return "";
    return pattern.replace(FIELD, () => said.shift()).replace(/\s+/g, " ").replace(/^[ –·]+|[ –·]+$/g, "");
  }

  get isRemoved() {
    return Boolean(this.controls("DELETE")[0]?.checked);
  }

  get isOpen() {
    return this.details.open;
  }

  update() {
    const { line, sides, needs } = this.part.outline;
    const chosen = Object.entries(needs).map(([name, patterns]) => patterns[this.value(name)] ?? "");
    const text = this.box.querySelector(".row-text");
    text.textContent = text.title = this.words(line) || "Dòng mới";
    this.box.querySelectorAll(".row-side").forEach((side) => side.remove());
    for (const words of [...sides, ...chosen].map((pattern) => this.words(pattern))) {
      this.box.querySelector(".row-sum").before(element("span", { class: "row-side" }, words));
    }
    this.box.classList.toggle("row-removed", this.isRemoved);
    for (const [name, patterns] of Object.entries(needs)) this.showFields(patterns, this.value(name));
  }

  showFields(patterns, choice) {
    const shown = new Set([...(patterns[choice] ?? "").matchAll(FIELD)].map(([, name]) => name));
    const all = new Set(Object.values(patterns).flatMap((pattern) => [...pattern.matchAll(FIELD)].map(([, name]) => name)));
    for (const name of all) {
      const field = document.getElementById(`div_id_${this.prefix}-${name}`);
      if (field) field.hidden = !shown.has(name) && !field.querySelector(".is-invalid");
    }
  }

  problem(sentences) {
    this.box.classList.toggle("row-wrong", sentences.length > 0);
    this.box.querySelector("[data-row-problem]").textContent = sentences.join(" ");
  }
}

class Part {
  constructor(form) {
    this.form = form;
    this.outline = JSON.parse(form.dataset.outline);
    this.holder = form.querySelector(".rows");
    this.template = form.querySelector("template[data-empty-row]");
    this.total = form.elements[`${form.dataset.prefix}-TOTAL_FORMS`];
    this.rows = [...this.holder.querySelectorAll("[data-row]")].map((box) => new Row(this, box));
    this.isTree = Boolean(this.rows[0]?.controls("parent").length);
    for (const moves of [this.holder, this.template.content]) {
      moves.querySelectorAll(".row-move").forEach((buttons) => { buttons.hidden = false; });
    }
    this.dropEmptyRow();
    this.listen();
    this.refresh();
    this.openFromAddress();
  }

  listen() {
    const { form } = this;
    form.addEventListener("input", (event) => this.typed(event));
    form.addEventListener("change", (event) => this.typed(event));
    this.holder.addEventListener("toggle", (event) => this.toggled(event.target), true);
    this.holder.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) this.move(this.rowOf(button), Number(button.dataset.move), button);
    });
    const add = form.querySelector("[data-add-row]");
    add.hidden = false;
    add.addEventListener("click", () => this.open(this.add()));
    form.addEventListener("autosaved", ({ detail }) => this.saved(detail.rows ?? {}));
    form.addEventListener("autosave-refused", ({ detail }) => this.refused(detail));
    form.addEventListener("draft-filling", ({ detail }) => this.makeRoom(detail));
    form.addEventListener("draft-filled", () => this.refresh());
    addEventListener("hashchange", () => this.openFromAddress());
  }

  rowOf(inside) {
    const box = inside.closest("[data-row]");
    return this.rows.find((row) => row.box === box);
  }

  // The empty row for browsers without scripts: here «Thêm» makes one when it is wanted.
  dropEmptyRow() {
    while (this.rows.length) {
      const last = this.rows.find((row) => row.prefix === `${this.form.dataset.prefix}-${this.total.value - 1}`);
      if (!last || last.value("id") || last.box.querySelector(".row-text").title || last.isOpen) return;
      this.drop(last);
      this.total.value -= 1;
    }
  }

  drop(row) {
    row.box.remove();
    this.rows = this.rows.filter((other) => other !== row);
  }

  add() {
    const holder = document.createElement("div");
    holder.innerHTML = this.template.innerHTML.replaceAll("__prefix__", this.total.value);
    const row = new Row(this, holder.querySelector("[data-row]"));
    this.total.value = Number(this.total.value) + 1;
    this.rows.push(row);
    this.holder.append(row.box);
    row.box.dispatchEvent(new CustomEvent("row-added", { bubbles: true }));
    const place = row.controls("position")[0];
    if (place) place.value = this.rows.length;
    this.isTree ||= Boolean(row.controls("parent").length);
    this.likeTheLast(row);
    this.refresh();
    return row;
  }

  // In a tree a new line joins the list and the group of the line that was open or added before.
  likeTheLast(row) {
    const model = this.isTree && (this.lastOpen ?? this.rows.at(-2));
    if (!model || model === row) return;
    row.controls("role")[0].value = model.value("role");
    const parent = row.controls("parent")[0];
    const wanted = model.value("parent") || (this.childrenOf(model).length ? model.value("id") : "");
    if ([...parent.options].some((option) => option.value === wanted)) parent.value = wanted;
    this.arrange();
  }

  open(row) {
    row.details.open = true;
    row.details.querySelector(".row-fields :is(input:not([type=hidden]), select, textarea)")?.focus();
    row.box.scrollIntoView({ block: "nearest" });
  }

  toggled(details) {
    if (!details.open) return;
    this.lastOpen = this.rowOf(details);
    for (const row of this.rows) if (row !== this.lastOpen && !row.box.matches(".row-wrong")) row.details.open = false;
  }

  // A link of the list of errors: open the row that holds the field, then go there.
  openFromAddress() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && this.holder.contains(target) && this.rowOf(target);
    if (!row) return;
    row.details.open = true;
    (target.matches("[data-row]") ? row.details.querySelector("summary") : target).focus();
  }

  typed(event) {
    const row = this.rowOf(event.target);
    if (!row) return;
    row.problem([]);
    if (event.type === "change" && this.isTree && /-(parent|role|position)$/.test(event.target.name)) this.arrange(event.target);
    row.update();
    this.count();
  }

  refresh() {
    for (const row of this.rows) row.update();
    if (this.isTree) this.arrange();
    this.count();
  }

  // --- order ---

  siblingsOf(row) {
    const same = (other) => other.value("parent") === row.value("parent") && other.value("role") === row.value("role");
    return this.rows.filter((other) => !this.isTree || same(other));
  }

  childrenOf(group) {
    const id = group.value("id");
    return id ? this.rows.filter((row) => row !== group && row.value("parent") === id) : [];
  }

  move(row, step, button) {
    const siblings = this.siblingsOf(row);
    const from = siblings.indexOf(row);
    const to = from + step;
    if (to < 0 || to >= siblings.length) return;
    [siblings[from], siblings[to]] = [siblings[to], siblings[from]];
    siblings.forEach((sibling, index) => { sibling.controls("position")[0].value = index + 1; });
    if (this.isTree) this.arrange();
    else this.place(siblings);
    this.refresh();
    button.focus();
    row.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  place(rows) {
    this.rows = rows;
    this.holder.append(...rows.map((row) => row.box));
  }

  // Lists by role, groups with their lines behind them, as the plan prints them.
  arrange(focused) {
    const roles = [...(this.rows[0]?.controls("role")[0]?.options ?? [])].map((option) => option.value);
    const key = (row) => roles.indexOf(row.value("role")) * 1e6 + Number(row.value("position") || 0);
    const sorted = [...this.rows].sort((one, other) => key(one) - key(other));
    const inGroups = new Set(sorted.flatMap((row) => (row.value("parent") ? [] : this.childrenOf(row))));
    const tree = [];
    for (const row of sorted.filter((line) => !inGroups.has(line))) {
      row.box.classList.remove("row-inside");
      const children = row.value("parent") ? [] : sorted.filter((line) => line.value("parent") === row.value("id") && inGroups.has(line));
      for (const child of children) child.box.classList.add("row-inside");
      tree.push(row, ...children);
    }
    if (tree.some((row, index) => row !== this.rows[index])) this.place(tree);
    this.head();
    focused?.focus();
  }

  head() {
    this.holder.querySelectorAll(".rows-heading").forEach((heading) => heading.remove());
    let role = null;
    for (const row of this.rows) {
      if (row.value("role") === role) continue;
      role = row.value("role");
      row.box.before(element("h3", { class: "rows-heading" }, row.words("{role}")));
    }
  }

  // --- numbers and sums ---

  count() {
    let running = 0;
    let role = null;
    let whole = 0;
    for (const row of this.rows) {
      if (row.value("role") !== role) running = 0;
      role = row.value("role");
      const children = this.isTree && !row.value("parent") ? this.childrenOf(row).filter((child) => !child.isRemoved) : [];
      row.box.querySelector(".row-number").textContent = children.length || row.isRemoved ? "" : (running += 1);
      row.box.querySelector(".row-sum").textContent = this.sumWords(children, "cộng");
      if (!children.length) whole += points(row);
    }
    this.form.querySelector("[data-sum]").textContent = this.isTree && whole ? `Tổng điểm chuẩn: ${written(whole)}` : "";
  }

  sumWords(children, word) {
    const sum = children.reduce((so_far, child) => so_far + points(child), 0);
    return sum ? `${word} ${written(sum)} điểm` : "";
  }

  // --- what the autosave tells ---

  saved(ids) {
    for (const row of this.rows) {
      row.problem([]);
      const id = row.controls("id")[0];
      if (!ids[row.prefix] || id.value) continue;
      id.value = ids[row.prefix];
      if (this.isTree && !row.value("parent")) this.offerAsGroup(row);
    }
  }

  offerAsGroup(group) {
    for (const row of this.rows) {
      if (row !== group) row.controls("parent")[0].append(new Option(group.words("{text}").slice(0, 80), group.value("id")));
    }
    const blank = this.template.content.querySelector("select[name$=-parent]");
    blank.append(new Option(group.words("{text}").slice(0, 80), group.value("id")));
  }

  refused(errors) {
    for (const row of this.rows) {
      const own = Object.entries(errors).filter(([name]) => name === row.prefix || name.startsWith(`${row.prefix}-`));
      row.problem(own.flatMap(([, sentences]) => sentences));
    }
  }

  // A copy from before has its own rows: as many as it needs, no more.
  makeRoom(values) {
    const prefix = this.form.dataset.prefix;
    const wanted = Number(values[`${prefix}-TOTAL_FORMS`]?.[0] ?? this.total.value);
    for (const row of [...this.rows]) if (Number(row.prefix.slice(prefix.length + 1)) >= wanted) this.drop(row);
    this.total.value = Math.min(this.total.value, wanted);
    while (Number(this.total.value) < wanted) this.add();
  }
}

function points(row) {
  const counts = row.value("role") === "criterion" && row.value("points_kind") === "plain" && !row.isRemoved;
  const number = Number(row.value("max_points").replace(/\.(?=\d{3}\b)/g, "").replace(",", "."));
  return counts && number ? number : 0;
}

function written(number) {
  return String(Math.round(number * 100) / 100).replace(".", ",");
}

for (const form of document.querySelectorAll("form[data-outline]")) new Part(form);
