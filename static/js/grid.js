// <table data-grid="…/phieu/0/o/0/">: a spreadsheet of points. Arrows, Enter and Tab walk; a block copied from Excel
// is pasted from the cell in focus; each changed cell is saved on its own. A point that differs from the unit's own
// (the placeholder) asks for its reason first.

import { isSignedOut, jsonOf, post } from "./http.js";

const table = document.querySelector("[data-grid]");
const status = document.querySelector("[data-grid-status]");
const dialog = document.querySelector("[data-grid-reason]");
const rows = table ? [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("input")]) : [];
const saved = new Map(rows.flat().map((cell) => [cell, cell.value]));
const queue = [];
// A name for each cell, said by screen readers; kept out of the page's text, which holds thousands of cells.
for (const cells of rows) {
  const unit = cells[0].closest("tr").querySelector("th").textContent;
  cells.forEach((cell, index) => cell.setAttribute("aria-label", `${unit}, tiêu chí ${index + 1}`));
}
let working = false;

function placeOf(cell) {
  const row = rows.findIndex((cells) => cells.includes(cell));
  return [row, rows[row].indexOf(cell)];
}

function go(row, column) {
  const cell = rows[row]?.[column];
  if (!cell) return;
  cell.focus();
  cell.select();
}

function addressOf(cell) {
  return table.dataset.grid.replace("/0/o/0/", `/${cell.closest("tr").dataset.s}/o/${cell.dataset.c}/`);
}

const number = (text) => (text.trim() === "" ? null : Number(text.trim().replace(",", ".")));

function askReason(cell) {
  const where = cell.getAttribute("aria-label");
  dialog.querySelector("[data-grid-reason-text]").textContent = `${where}: tự chấm ${cell.placeholder}, thẩm định ${cell.value}.`;
  const field = dialog.querySelector("[name=reason]");
  field.value = "";
  const others = dialog.querySelector("[name=others]");
  others.checked = false;
  others.closest("label").hidden = queue.length === 0;
  dialog.returnValue = "cancel";
  dialog.showModal();
  return new Promise((resolve) => {
    const closed = () => {
      const reason = dialog.returnValue === "save" ? field.value.trim() : null;
      if (reason && others.checked) shared = reason;
      resolve(reason);
    };
    dialog.addEventListener("close", closed, { once: true });
  });
}

// The reason of a block that was pasted may serve all its cells: asked once, kept while the queue is worked off.
let shared = null;

async function reasonFor(cell) {
  if (cell.placeholder === "" || cell.value.trim() === "" || number(cell.value) === number(cell.placeholder)) return "";
  return shared ?? askReason(cell);
}

async function save(cell) {
  const reason = await reasonFor(cell);
  if (reason === null) {
    cell.value = saved.get(cell);
    return;
  }
  cell.dataset.state = "busy";
  try {
    const typed = cell.value;
    const response = await post(addressOf(cell), new URLSearchParams({ points: typed, seen: saved.get(cell), reason }));
    if (isSignedOut(response)) throw new Error("Phiên làm việc đã hết; đăng nhập lại ở thẻ khác rồi nhập lại ô này.");
    const answer = await jsonOf(response);
    if (answer.now !== undefined) saved.set(cell, answer.now); // Esc takes the colleague's, typing again replaces it
    if (!response.ok) throw new Error(answer.error ?? "Máy chủ chưa lưu được ô này; nhập lại.");
    saved.set(cell, typed);
    cell.dataset.state = "saved";
    cell.removeAttribute("aria-invalid");
    cell.title = "";
    cell.closest("tr").querySelector("[data-total]").textContent = answer.total;
    status.textContent = `Đã lưu ${cell.getAttribute("aria-label")}.`;
  } catch (error) {
    cell.dataset.state = "wrong";
    cell.setAttribute("aria-invalid", "true");
    // fetch fails with a TypeError in the browser's language
    const sentence = error instanceof TypeError ? "Mất kết nối; ô này chưa lưu, hãy nhập lại khi có mạng." : error.message;
    cell.title = sentence;
    status.textContent = `${cell.getAttribute("aria-label")}: ${sentence}`;
  }
}

// One after the other: a block of a hundred cells must not arrive as a hundred requests at once.
async function work() {
  if (working) return;
  working = true;
  await null; // let a paste put all its cells into the queue first
  while (queue.length) {
    const cell = queue.shift();
    if (cell.value !== saved.get(cell)) await save(cell);
  }
  working = false;
  shared = null;
}

function changed(cell) {
  if (cell.value === saved.get(cell)) return;
  if (!queue.includes(cell)) queue.push(cell);
  work();
}

function undo(cell) {
  cell.value = saved.get(cell);
  cell.removeAttribute("aria-invalid");
  cell.title = "";
  delete cell.dataset.state;
}

table?.addEventListener("change", (event) => event.target.matches("input") && changed(event.target));

// As in Excel: what is typed into a cell that one has just entered replaces what stood there.
let entered = null;
table?.addEventListener("focusin", (event) => {
  entered = event.target;
});
table?.addEventListener("click", (event) => {
  if (event.target === entered && event.target.matches("input")) event.target.select();
  entered = null;
});

table?.addEventListener("keydown", (event) => {
  if (!event.target.matches("input") || event.isComposing) return;
  const [row, column] = placeOf(event.target);
  const atStart = event.target.selectionStart === 0;
  const atEnd = event.target.selectionEnd === event.target.value.length;
  const moves = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    Enter: [row + (event.shiftKey ? -1 : 1), column],
    ArrowLeft: atStart && [row, column - 1],
    ArrowRight: atEnd && [row, column + 1],
  };
  const target = moves[event.key];
  if (event.key === "Escape") undo(event.target);
  if (event.key === "Enter") changed(event.target); // also a second try of what was refused
  if (!target) return;
  event.preventDefault();
  go(...target);
});

table?.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  const [row, column] = placeOf(event.target);
  text.split("\n").forEach((line, down) =>
    line.split("\t").forEach((value, right) => {
      const cell = rows[row + down]?.[column + right];
      if (!cell || cell.disabled) return;
      cell.value = value.trim();
      changed(cell);
    }),
  );
});

addEventListener("beforeunload", (event) => {
  const open = [...saved].some(([cell, value]) => cell.value !== value); // queued, on the way, or refused
  if (open) event.preventDefault();
});
