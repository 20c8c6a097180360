// <table data-grid="…/phieu/0/o/0/" data-grid-block="…/khoi/">: a spreadsheet of points. Arrows, Enter and Tab walk;
// a changed cell is saved on its own; a block copied from Excel is pasted from the cell in focus and saved in one
// request. A point that differs from the unit's own (the placeholder) asks for its reason first. Rows of units that have
// not handed in their sheet (data-locked) have no cells.

import { isSignedOut, jsonOf, post } from "./http.js";

const table = document.querySelector("[data-grid]");
const status = document.querySelector("[data-grid-status]");
const dialog = document.querySelector("[data-grid-reason]");
const lines = table ? [...table.tBodies[0].rows] : [];
const rows = lines.map((row) => [...row.querySelectorAll("input")]);
const unitOf = (row) => row.querySelector("th").textContent;
const saved = new Map(rows.flat().map((cell) => [cell, cell.value]));
const queue = []; // jobs: one cell, or the cells of a block
// A name for each cell, said by screen readers; kept out of the page's text, which holds thousands of cells.
rows.forEach((cells, line) =>
  cells.forEach((cell, index) => cell.setAttribute("aria-label", `${unitOf(lines[line])}, tiêu chí ${index + 1}`)),
);
let working = false;

function placeOf(cell) {
  const row = rows.findIndex((cells) => cells.includes(cell));
  return [row, rows[row].indexOf(cell)];
}

function go(row, column, step = 0) {
  while (step && rows[row]?.length === 0) row += step; // over rows without cells
  const cell = rows[row]?.[column];
  if (!cell) return;
  cell.focus();
  cell.select();
}

function addressOf(cell) {
  return table.dataset.grid.replace("/0/o/0/", `/${cell.closest("tr").dataset.s}/o/${cell.dataset.c}/`);
}

const number = (text) => (text.trim() === "" ? null : Number(text.trim().replace(",", ".")));
const ownOf = (cell) => (cell.placeholder === "–" ? "" : cell.placeholder);

function askReason(cell, more) {
  const where = cell.getAttribute("aria-label");
  dialog.querySelector("[data-grid-reason-text]").textContent = `${where}: tự chấm ${ownOf(cell)}, thẩm định ${cell.value}.`;
  const field = dialog.querySelector("[name=reason]");
  field.value = "";
  const others = dialog.querySelector("[name=others]");
  others.checked = false;
  others.closest("label").hidden = !more;
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

// The reason of a block that was pasted may serve all its cells: asked once, kept while the block is worked off.
let shared = null;

function needsReason(cell) {
  return ownOf(cell) !== "" && cell.value.trim() !== "" && number(cell.value) !== number(ownOf(cell));
}

// The cells that are to be saved, with their reasons; who says «Thôi» gets back what stood there.
async function withReasons(cells) {
  const wanted = [];
  const open = cells.filter(needsReason).length;
  let asked = 0;
  for (const cell of cells) {
    const reason = needsReason(cell) ? (shared ?? (await askReason(cell, ++asked < open))) : "";
    if (reason === null) undo(cell);
    else wanted.push([cell, reason]);
  }
  return wanted;
}

const lost = "Phiên làm việc đã hết; đăng nhập lại ở thẻ khác rồi nhập lại.";
// fetch fails with a TypeError in the browser's language
const sentenceOf = (error) => (error instanceof TypeError ? "Mất kết nối, chưa lưu; hãy nhập lại khi có mạng." : error.message);

function markSaved(cell, typed, total) {
  saved.set(cell, typed);
  cell.dataset.state = "saved";
  cell.removeAttribute("aria-invalid");
  cell.title = "";
  cell.closest("tr").querySelector("[data-total]").textContent = total;
}

function markWrong(cell, sentence, now) {
  if (now !== undefined) saved.set(cell, now); // Esc takes the colleague's, typing again replaces it
  cell.dataset.state = "wrong";
  cell.setAttribute("aria-invalid", "true");
  cell.title = sentence;
}

async function save(cell) {
  const [wanted] = await withReasons([cell]);
  if (!wanted) return;
  const reason = wanted[1];
  cell.dataset.state = "busy";
  try {
    const typed = cell.value;
    const response = await post(addressOf(cell), new URLSearchParams({ points: typed, seen: saved.get(cell), reason }));
    if (isSignedOut(response)) throw new Error(lost);
    const answer = await jsonOf(response);
    if (!response.ok) {
      const sentence = answer.error ?? "Máy chủ chưa lưu được ô này; nhập lại.";
      markWrong(cell, sentence, answer.now);
      status.textContent = `${cell.getAttribute("aria-label")}: ${sentence}`;
      return;
    }
    markSaved(cell, typed, answer.total);
    status.textContent = `Đã lưu ${cell.getAttribute("aria-label")}.`;
  } catch (error) {
    markWrong(cell, sentenceOf(error));
    status.textContent = `${cell.getAttribute("aria-label")}: ${sentenceOf(error)}`;
  }
}

async function saveBlock({ cells, notes }) {
  const wanted = await withReasons(cells);
  const sent = wanted.map(([cell, reason]) => ({
    sheet: cell.closest("tr").dataset.s, criterion: cell.dataset.c, points: cell.value, seen: saved.get(cell), reason,
  }));
  for (const [cell] of wanted) cell.dataset.state = "busy";
  let wrong = [];
  try {
    if (sent.length) wrong = await sendBlock(wanted, sent);
  } catch (error) {
    for (const [cell] of wanted) markWrong(cell, sentenceOf(error));
    status.textContent = `Chưa lưu ô nào của khối vừa dán: ${sentenceOf(error)}`;
    return;
  }
  const done = `${wanted.length - wrong.length} ô đã lưu`;
  status.textContent = [wrong.length ? `${done}, ${wrong.length} ô sai: ${named(wrong)}` : `${done}.`, ...notes].join(" ");
}

async function sendBlock(wanted, sent) {
  const response = await post(table.dataset.gridBlock, new URLSearchParams({ cells: JSON.stringify(sent) }));
  if (isSignedOut(response)) throw new Error(lost);
  const answer = await jsonOf(response);
  if (!response.ok) throw new Error(answer.error ?? "Máy chủ chưa lưu được; hãy dán lại.");
  const wrong = [];
  wanted.forEach(([cell], index) => {
    const { error, now, total } = answer.cells[index];
    if (error === undefined) return markSaved(cell, sent[index].points, total);
    markWrong(cell, error, now);
    wrong.push(`${cell.getAttribute("aria-label")} (${error.replace(/\.$/, "")})`);
  });
  return wrong;
}

const MOST_NAMED = 8;
function named(wrong) {
  const more = wrong.length - MOST_NAMED;
  return `${wrong.slice(0, MOST_NAMED).join("; ")}${more > 0 ? ` và ${more} ô khác tô đỏ trong bảng` : ""}.`;
}

// One after the other, so that the totals that come back are those of the latest save.
async function work() {
  if (working) return;
  working = true;
  while (queue.length) {
    const job = queue.shift();
    if (job.cells) await saveBlock(job);
    else if (job.value !== saved.get(job)) await save(job);
    shared = null;
  }
  working = false;
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
    ArrowUp: [row - 1, column, -1],
    ArrowDown: [row + 1, column, 1],
    Enter: event.shiftKey ? [row - 1, column, -1] : [row + 1, column, 1],
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
  const job = { cells: [], notes: [] };
  let outside = 0;
  text.split("\n").forEach((line, down) => {
    const { locked } = lines[row + down]?.dataset ?? {};
    if (locked) return job.notes.push(`Không dán vào ${unitOf(lines[row + down])}: ${locked}.`);
    line.split("\t").forEach((value, right) => {
      const cell = rows[row + down]?.[column + right];
      if (!cell || cell.disabled) return (outside += value.trim() !== "");
      cell.value = value.trim();
      if (cell.value !== saved.get(cell)) job.cells.push(cell);
    });
  });
  if (outside) job.notes.push(`${outside} ô của khối nằm ngoài bảng nên không dán.`);
  queue.push(job);
  work();
});

// --- how much of the table is seen ---

const frame = table?.closest(".grid-frame");
const more = document.querySelector("[data-grid-more]");
const wide = document.querySelector("[data-grid-wide]");

function hint() {
  const edge = frame.getBoundingClientRect().right;
  const hidden = [...table.tHead.rows].at(-1).querySelectorAll("th[scope=col]:has(abbr)");
  const count = [...hidden].filter((cell) => cell.getBoundingClientRect().right > edge + 1).length;
  const wider = wide.getAttribute("aria-pressed") === "true" ? "" : ", hoặc bấm «Mở rộng bảng»";
  more.textContent = count ? `Còn ${count} tiêu chí ở bên phải: cuộn ngang${wider}.` : "";
}

if (frame) {
  frame.addEventListener("scroll", hint, { passive: true });
  new ResizeObserver(hint).observe(frame);
  wide.hidden = false;
  wide.addEventListener("click", () => {
    const on = wide.closest(".panel").classList.toggle("grid-wide");
    wide.setAttribute("aria-pressed", String(on));
    wide.textContent = on ? "Thu gọn bảng" : "Mở rộng bảng";
  });
}

addEventListener("beforeunload", (event) => {
  const open = [...saved].some(([cell, value]) => cell.value !== value); // queued, on the way, or refused
  if (open) event.preventDefault();
});
