/// How every page of the house looks, and what makes it ours: the layout, the stylesheet, the language, and the
/// proof that a form came from here.
///
/// A room with pages has a class `…Pages` (the HTTP), a `…View` for each page (its model), `…Words` (its texts), and
/// templates under `src/main/jte` in a folder of the room's name. Open `Pages` first, then `frame.jte` and
/// `style.css`.
package dev.gatehouse.page;
