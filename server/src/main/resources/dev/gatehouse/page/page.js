// Shows a password while its button is pressed in. Without this script the button stays hidden.
"use strict";
for (const button of document.querySelectorAll("button[data-shows]")) {
    const input = document.getElementById(button.dataset.shows);
    const show = button.getAttribute("aria-label");
    const set = (shown) => {
        input.type = shown ? "text" : "password";
        button.setAttribute("aria-pressed", String(shown));
        button.setAttribute("aria-label", shown ? button.dataset.hide : show);
    };
    button.hidden = false;
    button.addEventListener("click", () => set(input.type === "password"));
    // Password managers and browsers keep what is sent from a password field only.
    input.form.addEventListener("submit", () => set(false));
}
