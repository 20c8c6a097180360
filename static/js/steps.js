// Where steps or tabs stand in one line that scrolls, the present one is in sight.

for (const here of document.querySelectorAll(":is(.stepper, .nav-tabs) [aria-current]")) {
  here.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
}
