// Lets a file be dropped, says early when it is too large, and sends no form twice.
(() => {
  "use strict";

  const dropping = (form) => {
    const zone = form.querySelector("[data-drop-zone]");
    const input = form.querySelector("input[type=file]");
    const tooLarge = form.querySelector("[data-too-large]");
    const fits = () => {
      const file = input.files[0];
      const isTooLarge = Boolean(file) && file.size > Number(input.dataset.largest);
      tooLarge.hidden = !isTooLarge;
      return !isTooLarge;
    };
    form.querySelector("[data-drop-hint]").hidden = false;
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, (event) => {
        event.preventDefault();
        zone.classList.add("drop-over");
      });
    }
    for (const name of ["dragleave", "drop"]) {
      zone.addEventListener(name, () => zone.classList.remove("drop-over"));
    }
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length === 1) {
        input.files = event.dataTransfer.files;
        fits();
      }
    });
    input.addEventListener("change", fits);
    form.addEventListener("submit", (event) => {
      if (!fits()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        input.focus();
      }
    });
  };

  const sendingOnce = (button) => {
    button.form.addEventListener("submit", () => {
      button.disabled = true;
      button.form.querySelector("[data-status]").textContent = button.dataset.busy;
    });
    // A page that the browser brings back by its back button can be sent again.
    window.addEventListener("pageshow", () => {
      button.disabled = false;
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-drop]").forEach(dropping);
    document.querySelectorAll("[data-busy]").forEach(sendingOnce);
    // What the address points to may lie in a part that is folded up.
    const goal = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let part = goal; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") {
        part.open = true;
      }
    }
    if (goal) {
      goal.scrollIntoView();
    }
  });
})();
