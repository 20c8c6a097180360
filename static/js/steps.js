// Where the steps stand in one line that scrolls, the present one is in sight.

document.querySelector(".stepper [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
