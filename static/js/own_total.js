// The running total of a unit's own sheet: the server adds up (groups, bonus and minus have caps) and tells it with each save.

const total = document.querySelector("[data-own-total]");

document.addEventListener("autosaved", (event) => {
  if (total && event.detail.total !== undefined) total.textContent = event.detail.total;
});
