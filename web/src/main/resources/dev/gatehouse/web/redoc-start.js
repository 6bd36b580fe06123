// Opens ReDoc on our own document, with the fonts that the reader's machine has.
Redoc.init(
    new URL("openapi.json", document.baseURI).href,
    {
        hideDownloadButtons: false,
        theme: {
            typography: {
                fontFamily: "system-ui, sans-serif",
                headings: { fontFamily: "system-ui, sans-serif" },
                code: { fontFamily: "ui-monospace, monospace" },
            },
        },
    },
    document.getElementById("redoc"),
);
